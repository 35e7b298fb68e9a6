// Says so when the server does not answer or an update fails; the chart that stands is the last good one.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? { lost: "连接已断开。下载和链接暂不可用。", failed: "更新失败，图中仍是上一次的结果。", slow: "服务器还没有回应，图中仍是上一次的结果。", newer: "数据有了新版本。", show: "查看", retry: "重试" }
    : { lost: "Connection lost. Downloads and links are unavailable.", failed: "Update failed; the chart still shows the previous result.", slow: "The server has not answered yet; the chart still shows the previous result.", newer: "There is a newer version of the data.", show: "Show it", retry: "Retry" };
  const plain = window.fetch, patience = 8000;
  const [health, status] = ["healthz", "status.json"].map((name) => new URL(`../${name}`, document.currentScript.src));
  let banner, unanswered; // the last that a reader chose and no answer came to: it is not in the address yet

  // A page that was opened on other data than are served now says so, and leads to them; it does not change under a reader's eyes.
  const compare = (version) => {
    if (!version || version === document.documentElement.dataset.version || document.querySelector("#newer")) return;
    const note = Object.assign(document.createElement("div"), { id: "newer", textContent: `${words.newer} ` });
    note.setAttribute("role", "status");
    note.append(Object.assign(document.createElement("a"), { href: "", target: "_self", textContent: words.show }));
    document.body.prepend(note);
  };
  const look = () => document.hidden || plain(status).then((answer) => answer.json()).then(({ version }) => compare(version), () => {});
  for (const waking of ["visibilitychange", "resume"]) document.addEventListener(waking, look);
  addEventListener("focus", look);
  addEventListener("pageshow", ({ persisted }) => persisted && look());

  const say = (text) => {
    if (!banner && !text) return;
    if (!banner) {
      banner = document.createElement("div");
      banner.id = "outage";
      banner.setAttribute("role", "alert");
      document.body.prepend(banner);
    }
    banner.replaceChildren();
    banner.hidden = !text;
    document.querySelector(".results")?.classList.toggle("stale", Boolean(text));
    if (!text) return;
    const retry = Object.assign(document.createElement("button"), { type: "button", textContent: words.retry });
    retry.addEventListener("click", again);
    banner.append(`${text} `, retry);
  };

  // Loading anew without a server would lose the chart that still stands; with one, it would lose a choice that never arrived.
  const again = async () => {
    const soon = { signal: AbortSignal.timeout(patience) };
    try {
      if (!(await plain(health, soon)).ok) return;
      const [what, how] = unanswered ?? [];
      const answer = what && (await plain(what, { ...how, ...soon }));
      const chosen = answer?.ok ? (await answer.json()).response?.url?.search : undefined;
      if (chosen === undefined) location.reload();
      else location.assign(chosen || location.pathname);
    } catch (error) {
      say(error.name === "TimeoutError" ? words.slow : words.lost);
    }
  };

  const busy = (value) => document.querySelector(".results")?.setAttribute("aria-busy", value);
  window.fetch = async (...request) => {
    const update = String(request[0]?.url ?? request[0]).includes("_dash-update-component");
    if (!update) return plain(...request);
    busy("true");
    unanswered = request;
    const waiting = setTimeout(() => say(words.slow), patience);
    try {
      const answer = await plain(...request);
      compare(answer.headers.get("Data-Version"));
      if (answer.ok && unanswered === request) unanswered = undefined;
      if (answer.status >= 400) say(words.failed);
      else if (!unanswered) say("");
      return answer;
    } catch (error) {
      say(words.lost);
      throw error;
    } finally {
      clearTimeout(waiting);
      busy("false");
    }
  };
  window.addEventListener("offline", () => say(words.lost));
  window.addEventListener("online", () => say(""));
})();
