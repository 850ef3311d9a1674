// SPDX-License-Identifier: Apache-2.0
// <atrium-live data-src data-seconds>: fetches its own content again at a calm interval. It pauses while the page is
// hidden, leaves a region alone that holds the focus or a selection, replaces nothing that is as it was, keeps what is
// open and how far a table is scrolled, says a change of its data-say and nothing else, slows down when the server
// fails, and ends when the answer carries no further data-src. Regions with an id but without data-src are filled from the same answer; one with
// data-once only until it has something to show, so that what fills itself (a log) is not begun anew.
class AtriumLive extends HTMLElement {
  connectedCallback() {
    this.failures = 0;
    this.served = this.innerHTML;
    this.plan();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  plan() {
    if (!this.dataset.src) return;
    const seconds = Math.max(2, Number(this.dataset.seconds) || 5);
    this.timer = setTimeout(() => this.refresh(), seconds * 1000 * 2 ** Math.min(this.failures, 4));
  }

  async refresh() {
    if (!document.hidden && !this.isHeld()) {
      try {
        const answer = await fetch(this.dataset.src, { headers: { "HX-Request": "true" } });
        if (!answer.ok) throw new Error(String(answer.status));
        this.show(await answer.text());
        this.failures = 0;
      } catch {
        this.failures += 1;
      }
    }
    this.plan();
  }

  // The server answers with the whole page: the attributes of this region say whether to go on.
  show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = this.id ? page.getElementById(this.id) : page.querySelector("atrium-live");
    if (!fresh) throw new Error("no region");
    this.fill(fresh);
    if (fresh.dataset.src) this.dataset.src = fresh.dataset.src;
    else delete this.dataset.src;
    page.querySelectorAll("atrium-live[id]:not([data-src])").forEach((other) => {
      const here = document.getElementById(other.id);
      if (here && here !== this && !here.dataset.src) here.fill(other);
    });
  }

  fill(fresh) {
    const isSettled = this.dataset.once && this.children.length > 0;
    if (isSettled || this.isHeld() || fresh.innerHTML === this.served) return;
    this.served = fresh.innerHTML;
    const open = this.parts("details").map((part) => part.open);
    const scrolled = this.parts(".atrium-table__scroll").map((part) => part.scrollLeft);
    const before = this.state();
    this.innerHTML = this.served;
    if (this.state() !== before) document.getElementById("atrium-say").textContent = this.state();
    this.parts("details").forEach((part, i, all) => { if (all.length === open.length) part.open = open[i]; });
    document.dispatchEvent(new CustomEvent("atrium:renewed"));
    this.parts(".atrium-table__scroll").forEach((part, i) => { part.scrollLeft = scrolled[i] || 0; });
  }

  parts(selector) {
    return [...this.querySelectorAll(selector)];
  }

  state() {
    return this.querySelector("[data-say]")?.textContent.trim() || "";
  }

  isHeld() {
    const selection = getSelection();
    return this.contains(document.activeElement) || (!selection.isCollapsed && selection.containsNode(this, true));
  }
}
customElements.define("atrium-live", AtriumLive);
