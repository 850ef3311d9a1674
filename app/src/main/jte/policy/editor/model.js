// SPDX-License-Identifier: Apache-2.0
// <atrium-model>: the decision model in dmn-js. The form inside it sends the model as any form is sent; problems that the
// server finds are listed beside it, lead to their cells, and mark them with a sign and a spoken description. Without this
// script the page offers every decision as a plain form.

const ENGLISH = { "View DRD": "Back to the diagram", "Literal expression editor": "Expression editor" };

class AtriumModel extends HTMLElement {
  async connectedCallback() {
    this.form = this.querySelector("form");
    this.text = this.form.elements.model;
    this.stage = this.querySelector(".atrium-model__stage");
    this.choice = this.querySelector("[name=shown]");
    this.found = document.getElementById("atrium-model-problems");
    this.state = this.querySelector(".atrium-model__state");
    this.editor = AtriumDmn.create(this.stage, this.words());
    this.listen();
    try {
      await this.editor.importXML(this.text.value);
      this.listViews();
      await this.show(this.dataset.view || this.firstTable());
      this.ready();
    } catch (broken) {
      this.say(this.dataset.broken);
      console.error(broken);
    }
  }

  disconnectedCallback() {
    window.removeEventListener("beforeunload", this.warn);
    this.editor?.destroy();
  }

  words() {
    const chinese = document.documentElement.lang.startsWith("zh") ? window.AtriumDmnChinese : ENGLISH;
    return (template, values = {}) =>
      (chinese[template] ?? template).replace(/\{ ?(\w+) ?\}/g, (whole, name) => values[name] ?? whole);
  }

  ready() {
    this.dirty = false;
    this.dataset.ready = "";
    this.mark();
  }

  listen() {
    this.warn = (event) => { if (this.dirty && !this.sending) event.preventDefault(); };
    window.addEventListener("beforeunload", this.warn);
    this.form.addEventListener("submit", (event) => this.send(event));
    this.choice.addEventListener("change", () => this.show(this.choice.value));
    this.addEventListener("keydown", (event) => this.key(event));
    this.querySelector("[data-undo]").addEventListener("click", () => this.step("undo"));
    this.querySelector("[data-redo]").addEventListener("click", () => this.step("redo"));
    this.querySelector("[data-check]").addEventListener("click", () => this.check());
    this.found.addEventListener("click", (event) => this.lead(event));
    this.editor.on("views.changed", () => this.viewsChanged());
  }

  // Each kind of view has its own viewer, made when it is first shown.
  viewsChanged() {
    const viewer = this.editor.getActiveViewer();
    if (!viewer || viewer === this.watched) return this.viewShown();
    this.watched = viewer;
    const bus = viewer.get("eventBus");
    bus.on("commandStack.changed", () => this.changed(viewer));
    bus.on("elements.changed", () => requestAnimationFrame(() => this.mark()));
    this.viewShown();
  }

  viewShown() {
    const view = this.editor.getActiveView();
    if (view) {
      this.choice.value = view.type === "drd" ? "" : view.element.id;
      this.form.elements.view.value = this.choice.value;
    }
    this.buttons();
    requestAnimationFrame(() => this.mark());
  }

  changed(viewer) {
    if (viewer.get("commandStack").canUndo()) {
      this.dirty = true;
      this.say(this.dataset.changed);
    }
    this.buttons();
  }

  buttons() {
    const stack = this.stack();
    this.querySelector("[data-undo]").disabled = !stack?.canUndo();
    this.querySelector("[data-redo]").disabled = !stack?.canRedo();
  }

  stack() {
    return this.editor.getActiveViewer()?.get("commandStack", false);
  }

  step(direction) {
    const stack = this.stack();
    if (direction === "undo" ? stack?.canUndo() : stack?.canRedo()) stack[direction]();
  }

  // Inside a cell the editor knows undo by itself.
  key(event) {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") {
      event.preventDefault();
      this.form.requestSubmit(this.querySelector("[type=submit]"));
    } else if (!event.target.closest("[contenteditable], input, textarea") && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      this.step(event.key.toLowerCase() === "y" || event.shiftKey ? "redo" : "undo");
    }
  }

  listViews() {
    for (const view of this.editor.getViews().filter((one) => one.type !== "drd")) {
      this.choice.add(new Option(view.element.name || view.element.id, view.element.id));
    }
  }

  firstTable() {
    return this.editor.getViews().find((view) => view.type === "decisionTable")?.element.id ?? "";
  }

  async show(id) {
    const views = this.editor.getViews();
    const view = views.find((one) => (id ? one.element.id === id : one.type === "drd")) ?? views[0];
    if (!view) return;
    await this.editor.open(view);
    if (view.type === "drd") this.editor.getActiveViewer().get("canvas").zoom("fit-viewport", "auto");
  }

  async xml() {
    document.activeElement?.blur?.(); // a cell is taken over when it is left
    await new Promise((done) => requestAnimationFrame(done));
    return (await this.editor.saveXML({ format: true })).xml;
  }

  async send(event) {
    if (this.sending) return;
    event.preventDefault();
    this.text.value = await this.xml();
    this.sending = true;
    this.form.submit();
  }

  async check() {
    this.say(this.dataset.checking);
    const body = new URLSearchParams(new FormData(this.form));
    body.set("model", await this.xml());
    try {
      const answer = await fetch(this.dataset.checkAt, { method: "POST", body });
      if (!answer.ok) throw new Error(String(answer.status));
      this.found.innerHTML = await answer.text();
      this.say(this.found.querySelector("[data-say]")?.dataset.say ?? "");
      this.mark();
    } catch {
      this.say(this.dataset.failed);
    }
  }

  say(words) {
    this.state.textContent = words;
  }

  lead(event) {
    const link = event.target.closest("a[data-table]");
    if (!link) return;
    const id = link.dataset.table;
    if (!this.editor.getViews().some((view) => view.element.id === id)) return;
    event.preventDefault();
    this.show(id).then(() => requestAnimationFrame(() => this.focusOn(link)));
  }

  focusOn(link) {
    this.mark();
    const place = this.place(link.dataset) ?? this.stage.querySelector("[contenteditable]") ?? this.stage;
    const inside = place.matches("[contenteditable]") ? place : place.querySelector("[contenteditable]");
    place.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (inside) return inside.focus();
    place.tabIndex = -1;
    place.focus();
  }

  // The cell, the number of the rule, the head of the column, or the name of the table.
  place({ table, rule, column }) {
    const view = this.editor.getActiveView();
    if (!view || view.element.id !== table) return null;
    const logic = view.element.decisionLogic;
    if (!logic || view.type !== "decisionTable") return this.stage.querySelector(".textarea, [contenteditable]");
    const columns = [...(logic.input ?? []), ...(logic.output ?? [])];
    const found = rule > 0 ? logic.rule?.[rule - 1] : null;
    const by = (name, id) => id && this.stage.querySelector(`[${name}="${CSS.escape(id)}"]`);
    if (found && column > 0) {
      return by("data-element-id", [...(found.inputEntry ?? []), ...(found.outputEntry ?? [])][column - 1]?.id);
    }
    if (found) return this.stage.querySelector(`td.rule-index[data-row-id="${CSS.escape(found.id)}"]`);
    return column > 0
      ? this.stage.querySelector(`th[data-col-id="${CSS.escape(columns[column - 1]?.id ?? "")}"]`)
      : this.stage.querySelector(".decision-table-properties");
  }

  // The column of numbers has no heading of its own.
  nameNumbers() {
    const head = this.stage.querySelector("th.index-column");
    if (!head || head.querySelector(".atrium-unseen")) return;
    const name = document.createElement("span");
    name.className = "atrium-unseen";
    name.textContent = this.dataset.number;
    head.append(name);
  }

  mark() {
    this.nameNumbers();
    this.stage.querySelectorAll("[data-problem]").forEach((place) => {
      place.removeAttribute("data-problem");
      place.removeAttribute("aria-description");
      place.querySelectorAll("[aria-invalid]").forEach((inside) => {
        inside.removeAttribute("aria-invalid");
        inside.removeAttribute("aria-description");
      });
    });
    for (const link of this.found.querySelectorAll("a[data-table]")) {
      const place = this.place(link.dataset);
      if (!place) continue;
      const inside = place.matches("[contenteditable]") ? place : place.querySelector("[contenteditable]");
      place.setAttribute("data-problem", "");
      for (const one of [place, inside].filter(Boolean)) one.setAttribute("aria-description", link.dataset.what);
      inside?.setAttribute("aria-invalid", "true");
    }
  }
}
if (!customElements.get("atrium-model")) customElements.define("atrium-model", AtriumModel);
