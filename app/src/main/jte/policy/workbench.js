// SPDX-License-Identifier: Apache-2.0
// A slider beside the number field that it belongs to (data-figure: the field's id). Without this script there is only
// the field. Each writes into the other; the field alone is sent.
(() => {
  const number = (text) => Number(text.replace(/[,\s%]/g, ""));

  const couple = (slider) => {
    const field = document.getElementById(slider.dataset.figure);
    if (!field) return;
    slider.hidden = false;
    const say = () => slider.setAttribute("aria-valuetext", field.value + (field.nextElementSibling?.textContent || ""));
    slider.addEventListener("input", (event) => {
      event.stopPropagation();
      field.value = slider.value;
      say();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", () => {
      if (field.value.trim() !== "" && Number.isFinite(number(field.value))) slider.value = number(field.value);
      say();
    });
    say();
  };

  document.querySelectorAll("[data-figure]").forEach(couple);
})();
