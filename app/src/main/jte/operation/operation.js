// SPDX-License-Identifier: Apache-2.0
// A live region with data-stream is told when to fetch itself anew; while the stream is silent or broken it polls, as
// every live region does. A hidden page closes the stream and opens it when it is seen again.
const followStream = (region) => {
  let source;
  const close = () => { source?.close(); source = undefined; };
  const open = () => {
    if (source || document.hidden || !region.dataset.stream || !region.dataset.src) return;
    source = new EventSource(region.dataset.stream);
    source.addEventListener("moved", () => {
      clearTimeout(region.timer);
      region.refresh().then(() => { if (!region.dataset.src) close(); });
    });
    source.onerror = close;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  open();
};
document.querySelectorAll("atrium-live[data-stream]").forEach(followStream);
