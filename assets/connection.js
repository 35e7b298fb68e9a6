// Says so when the server does not answer or an update fails; the chart that stands is the last good one.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? { lost: "连接已断开。下载和链接暂不可用。", failed: "更新失败，图中仍是上一次的结果。", retry: "重试" }
    : { lost: "Connection lost. Downloads and links are unavailable.", failed: "Update failed; the chart still shows the previous result.", retry: "Retry" };
  const plain = window.fetch;
  const health = new URL("../healthz", document.currentScript.src);
  let banner;

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
    // Loading anew without a server would lose the chart that still stands.
    retry.addEventListener("click", () => plain(health).then((answer) => answer.ok && location.reload(), () => say(words.lost)));
    banner.append(`${text} `, retry);
  };

  const busy = (value) => document.querySelector(".results")?.setAttribute("aria-busy", value);
  window.fetch = async (...request) => {
    const update = String(request[0]?.url ?? request[0]).includes("_dash-update-component");
    if (!update) return plain(...request);
    busy("true");
    try {
      const answer = await plain(...request);
      say(answer.status >= 400 ? words.failed : "");
      return answer;
    } catch (error) {
      say(words.lost);
      throw error;
    } finally {
      busy("false");
    }
  };
  window.addEventListener("offline", () => say(words.lost));
  window.addEventListener("online", () => say(""));
})();
