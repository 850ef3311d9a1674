// SPDX-License-Identifier: Apache-2.0
// Before a session ends, a dialog says so and can extend it; whoever works in another tab of it is not disturbed.
(() => {
  const WARN_SECONDS = 300;
  const seconds = Number(document.documentElement.dataset.session || 0);
  if (!seconds) return;
  const note = () => localStorage.setItem("atrium.seen", Date.now());
  const left = () => seconds - (Date.now() - Number(localStorage.getItem("atrium.seen"))) / 1000;
  const extend = () => fetch("/session-extension").then((answer) => { if (answer.ok) note(); });

  const watch = () => {
    const dialog = document.getElementById("atrium-session");
    const remaining = left();
    if (remaining > WARN_SECONDS) {
      if (dialog.open) dialog.close();
      setTimeout(watch, Math.min((remaining - WARN_SECONDS) * 1000, 60000));
      return;
    }
    if (!dialog.open) openDialog(dialog, document.activeElement);
    dialog.querySelector("[data-ended]").hidden = remaining > 0;
    if (remaining > 0) setTimeout(watch, 5000);
  };

  note();
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("#atrium-session [data-extend]").addEventListener("click", () => extend().then(() => document.getElementById("atrium-session").close()).then(watch));
    setTimeout(watch, Math.max(0, Math.min((seconds - WARN_SECONDS) * 1000, 60000)));
  });
})();
