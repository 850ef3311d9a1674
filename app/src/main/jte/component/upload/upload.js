// SPDX-License-Identifier: Apache-2.0
// [data-upload]: says at once whether the chosen files fit, lets them be taken off, and shows how far they are sent. A
// refused form comes back in place, with the chosen files still in it. Without scripts the form posts as any other.
const filled = (words, ...values) => words.replace(/\{(\d)\}/g, (_, place) => values[place]);

const uploadOf = (node) => {
  const part = (name) => node.querySelector(`[data-upload-${name}]`);
  return { words: node.dataset, input: node.querySelector("input[type=file]"), list: part("list"), bar: part("progress"), state: part("state") };
};

const misfit = ({ words, input }) => {
  const endings = words.kinds.split(",").filter((kind) => kind.startsWith("."));
  const files = [...input.files];
  if (files.length > Number(words.files)) return filled(words.many, words.files);
  const other = files.find((file) => !endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
  if (other) return filled(words.kind, other.name);
  const large = files.find((file) => file.size > Number(words.bytes));
  return large ? filled(words.size, large.name, (large.size / 1048576).toFixed(1)) : "";
};

// What does not fit is told as any other mistake of a form, at the field; one click empties it and asks anew.
const tell = (node, problem) => {
  const { words, input, list, state } = uploadOf(node);
  const described = (input.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== state.id);
  state.textContent = problem;
  state.classList.toggle("atrium-field__error", Boolean(problem));
  node.closest(".atrium-field")?.classList.toggle("atrium-field--error", Boolean(problem));
  input.setAttribute("aria-describedby", [...described, ...(problem ? [state.id] : [])].join(" "));
  if (!problem) return input.removeAttribute("aria-invalid");
  input.setAttribute("aria-invalid", "true");
  const again = document.createElement("button");
  again.type = "button";
  again.className = "atrium-button atrium-button--second atrium-button--small";
  again.textContent = words.again;
  again.addEventListener("click", () => {
    input.value = "";
    showChosen(node);
    input.focus();
    input.click();
  });
  const item = document.createElement("li");
  item.append(again);
  list.append(item);
};

const showChosen = (node) => {
  const upload = uploadOf(node);
  const files = [...upload.input.files];
  upload.list.replaceChildren(...files.map((file) => {
    const item = document.createElement("li");
    const off = document.createElement("button");
    off.type = "button";
    off.className = "atrium-button atrium-button--second atrium-button--small";
    off.textContent = filled(upload.words.remove, file.name);
    off.addEventListener("click", () => {
      const rest = new DataTransfer();
      files.filter((other) => other !== file).forEach((other) => rest.items.add(other));
      upload.input.files = rest.files;
      showChosen(node);
      upload.input.focus();
    });
    item.append(filled(upload.words.chosen, file.name, Math.max(1, Math.round(file.size / 1024))), off);
    return item;
  }));
  upload.list.hidden = files.length === 0;
  tell(node, misfit(upload));
};

const refusedInPlace = (form, html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const kept = [...form.querySelectorAll("[data-upload] input[type=file]")].map((input) => [input.id, input.files]);
  const main = page.getElementById("main");
  if (!main) return false;
  document.title = page.title;
  document.getElementById("main").replaceWith(document.adoptNode(main));
  kept.forEach(([id, files]) => {
    const input = document.getElementById(id);
    if (!input) return;
    input.files = files;
    showChosen(input.closest("[data-upload]"));
  });
  (document.getElementById("errors") || document.getElementById("main")).focus();
  return true;
};

// Sends to where the button says, which is not always where the form does.
const send = (form, button, upload) => {
  const request = new XMLHttpRequest();
  const done = () => {
    button?.removeAttribute("aria-busy");
    upload.bar.hidden = true;
  };
  request.open("POST", button?.hasAttribute("formaction") ? button.formAction : form.action);
  request.setRequestHeader("X-Atrium-Script", "upload");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) upload.bar.value = Math.round((100 * event.loaded) / event.total);
  });
  request.upload.addEventListener("load", () => { upload.state.textContent = upload.words.checking; });
  request.addEventListener("load", () => {
    const target = request.getResponseHeader("X-Atrium-Location");
    if (target) return window.location.assign(target);
    done();
    if (!refusedInPlace(form, request.responseText)) upload.state.textContent = upload.words.failed;
  });
  request.addEventListener("error", () => {
    done();
    upload.state.textContent = upload.words.failed;
  });
  upload.bar.hidden = false;
  upload.bar.value = 0;
  upload.state.textContent = upload.words.sending;
  request.send(button ? new FormData(form, button) : new FormData(form));
};

document.addEventListener("change", (event) => {
  const node = event.target.closest("[data-upload]");
  if (node) showChosen(node);
});

// After busy.js, which stops a second click.
document.addEventListener("submit", (event) => {
  const node = event.target.querySelector("[data-upload]");
  if (!node || event.defaultPrevented) return;
  const upload = uploadOf(node);
  const button = event.submitter || event.target.querySelector("button[type=submit]");
  if (upload.input.files.length === 0 || button?.hasAttribute("formenctype")) return;
  event.preventDefault();
  if (misfit(upload)) {
    button?.removeAttribute("aria-busy");
    showChosen(node);
    upload.input.focus();
    node.scrollIntoView({ block: "center" });
    return;
  }
  send(event.target, button, upload);
});
