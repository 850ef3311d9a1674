// SPDX-License-Identifier: Apache-2.0
// A form with a button "save draft" saves itself when typing pauses; what is said then comes from the server. Without
// the server the button still works later, so nothing is said.
document.querySelectorAll("button[data-draft]").forEach((button) => {
  const form = button.form;
  const state = form.querySelector("[data-draft-state]");
  let timer;
  let sent = false;
  const save = async () => {
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (typeof value === "string") body.append(name, value); });
    const answer = await fetch("/drafts", { method: "POST", headers: { "X-Atrium-Script": "draft" }, body }).catch(() => null);
    if (answer?.ok && !sent) state.textContent = await answer.text();
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2500);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
  });
});
