// SPDX-License-Identifier: Apache-2.0
// Single keys as shortcuts, for the signed-in who have not turned them off: never in fields, never with a modifier.
(() => {
  let began = 0;
  const typing = (target) => target.closest("input, select, textarea, [contenteditable], dialog[open]");
  const linkOf = (row) => row?.querySelector("th a[href]") || row?.querySelector("a[href]");
  const rows = () => [...document.querySelectorAll("main tbody tr")].map(linkOf).filter(Boolean);

  const step = (by) => {
    const links = rows();
    const now = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
    links[Math.min(links.length - 1, Math.max(0, now < 0 ? 0 : now + by))]?.focus();
  };

  const go = (key) => {
    const target = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (target) location.href = target.dataset.href;
  };

  const actions = {
    "?": () => openDialog(document.getElementById("atrium-keys"), document.activeElement),
    "/": () => document.getElementById("frame-search")?.focus(),
    g: () => { began = Date.now(); },
    j: () => step(1),
    k: () => step(-1),
    o: () => linkOf(document.activeElement.closest("main tbody tr"))?.click(),
  };

  document.addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (began && Date.now() - began < 1500) {
      began = 0;
      go(event.key);
    } else if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });
})();
