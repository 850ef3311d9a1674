// SPDX-License-Identifier: Apache-2.0
// <atrium-live data-src data-seconds>: fetches its own content again at a calm interval. It pauses while the page is
// hidden, leaves a region alone that holds the focus, slows down when the server fails, and ends when the answer
// carries no further data-src.
class AtriumLive extends HTMLElement {
  connectedCallback() {
    this.failures = 0;
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
    if (!document.hidden && !this.contains(document.activeElement)) {
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

  // The server answers with the whole region: its attributes say whether to go on.
  show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("atrium-live");
    if (!fresh) throw new Error("no region");
    if (fresh.innerHTML !== this.innerHTML) this.innerHTML = fresh.innerHTML;
    if (fresh.dataset.src) this.dataset.src = fresh.dataset.src;
    else delete this.dataset.src;
  }
}
customElements.define("atrium-live", AtriumLive);
