// SPDX-License-Identifier: Apache-2.0
// A table that fits needs no box of its own: its headings then stay in sight while the page scrolls. One that is too
// wide scrolls in its box, both ways, and the headings stay at the top of the box.
const fit = (box) => {
  box.classList.remove("atrium-table__scroll--fits", "atrium-table__scroll--wide");
  const fits = box.scrollWidth <= box.clientWidth + 1;
  box.classList.add(fits ? "atrium-table__scroll--fits" : "atrium-table__scroll--wide");
};
// Text grows by the reader's own style sheet as well; what a change of size leads to is drawn in the next frame.
const sizes = new ResizeObserver((changes) => requestAnimationFrame(
  () => new Set(changes.map((change) => change.target.closest(".atrium-table__scroll"))).forEach((box) => box && fit(box))));
const fitTables = () => document.querySelectorAll(".atrium-table__scroll").forEach((box) => {
  fit(box);
  sizes.observe(box);
  if (box.firstElementChild) sizes.observe(box.firstElementChild);
});
addEventListener("DOMContentLoaded", fitTables);
document.addEventListener("htmx:afterSettle", fitTables);
document.addEventListener("atrium:renewed", fitTables);

// Bulk actions: how many rows are chosen, and all of the page at once.
document.querySelectorAll("form[data-bulk]").forEach((form) => {
  const boxes = [...form.querySelectorAll("input[name=chosen]")];
  const count = form.querySelector("[data-bulk-count]");
  const show = () => { count.textContent = form.dataset.bulk.replace("#", boxes.filter((box) => box.checked).length); };
  form.addEventListener("change", show);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "a" || !event.ctrlKey || event.target.name !== "chosen") return;
    event.preventDefault();
    boxes.forEach((box) => { box.checked = true; });
    show();
  });
  form.addEventListener("submit", (event) => {
    if (boxes.some((box) => box.checked)) return;
    event.preventDefault();
    boxes[0]?.focus();
    show();
  });
});
