// SPDX-License-Identifier: Apache-2.0
// A link with data-dialog opens the dialog of that id; one with data-dialog-page shows the form of the page that it
// leads to. Native dialogs: the focus begins at the title, Escape closes them, and the focus returns to the link, or to
// its like when the page renewed itself meanwhile. Without scripts the link is a link.
const likeOf = (trigger) => {
  if (trigger?.isConnected) return trigger;
  const address = trigger?.getAttribute?.("href");
  return (address && document.querySelector(`main a[href="${CSS.escape(address)}"]`)) || document.getElementById("main");
};

const openDialog = (dialog, trigger) => {
  if (dialog.open) return;
  dialog.addEventListener("close", () => likeOf(trigger)?.focus(), { once: true });
  dialog.showModal();
  dialog.querySelector(".atrium-dialog__title").focus();
};

const showPage = async (link) => {
  const dialog = document.getElementById("atrium-page-dialog");
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("main form[method=post]");
  if (!answer.ok || answer.redirected || !form) throw new Error(answer.status);
  dialog.querySelector(".atrium-dialog__title").textContent = page.querySelector("h1").textContent;
  dialog.querySelector(".atrium-dialog__body").replaceChildren(document.importNode(form.closest(".atrium-confirm, .atrium-sheet") || form, true));
  openDialog(dialog, link);
};

document.addEventListener("click", (event) => {
  const back = event.target.closest("dialog a[href]");
  if (back && back.href === location.href) {
    event.preventDefault();
    back.closest("dialog").close();
    return;
  }
  const link = event.target.closest("a[data-dialog], a[data-dialog-page]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.dataset.dialog) openDialog(document.getElementById(link.dataset.dialog), link);
  else showPage(link).catch(() => { location.href = link.href; });
});
