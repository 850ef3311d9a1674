// SPDX-License-Identifier: Apache-2.0
// Menus of the header and of rows: one open at a time. Arrows, Home and End move in a menu, Down opens it; Escape closes
// it and gives the focus back; a click elsewhere, or a focus that moved on, closes what covers the page.
(() => {
  const MENUS = ".atrium-choice, .atrium-row-menu";
  const COVERING = ".atrium-choice[open]";
  const items = (menu) => [...menu.querySelectorAll("a[href], button")];
  const close = (menu) => { menu.open = false; };
  const moves = {
    ArrowDown: (now, count) => (now + 1) % count,
    ArrowUp: (now, count) => (now <= 0 ? count : now) - 1,
    Home: () => 0,
    End: (now, count) => count - 1,
  };

  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!(menu instanceof HTMLDetailsElement) || !menu.open || !menu.matches(MENUS)) return;
    document.querySelectorAll(MENUS).forEach((other) => { if (other !== menu) close(other); });
  }, true);

  const closeOthers = (target) => document.querySelectorAll(COVERING).forEach((menu) => { if (!menu.contains(target)) close(menu); });
  document.addEventListener("click", (event) => closeOthers(event.target));
  document.addEventListener("focusin", (event) => closeOthers(event.target));

  const leave = (menu) => {
    const held = menu.contains(document.activeElement);
    close(menu);
    if (held) menu.querySelector("summary").focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll(`${COVERING}, .atrium-row-menu[open]:focus-within`).forEach(leave);
      return;
    }
    const menu = event.target.closest?.(MENUS);
    if (!menu || !moves[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!menu.open && event.key !== "ArrowDown") return;
    event.preventDefault();
    menu.open = true;
    const all = items(menu);
    all[moves[event.key](all.indexOf(document.activeElement), all.length)]?.focus();
  });
})();
