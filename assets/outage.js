// Dash says nothing when its server is gone or fails: the last charts would pass for the ones asked for.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const stale = chinese ? "图表和表格仍是上一次的结果。" : "Charts and table still show the last result.";
  const gone = chinese ? `连接已断开，暂不能下载。${stale}` : `Connection lost, downloads do not work. ${stale}`;
  const failed = chinese ? `更新失败。${stale}` : `Update failed. ${stale}`;
  const box = document.createElement("p");
  box.id = "outage";
  box.setAttribute("role", "alert");
  document.body.append(box);
  const ask = window.fetch;
  window.fetch = async (...request) => {
    const concerns = String(request[0]?.url ?? request[0]).includes("/_dash-update-component");
    try {
      const answer = await ask(...request);
      if (concerns) box.textContent = answer.ok ? "" : failed;
      return answer;
    } catch (error) {
      if (concerns) box.textContent = gone;
      throw error;
    }
  };
})();
