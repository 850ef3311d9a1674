// SPDX-License-Identifier: Apache-2.0
// <atrium-log data-stream data-poll data-next>: follows a log by server-sent events (event "line", id = line number,
// then "end"); when the stream fails it polls. It pauses while the page is hidden and scrolls only for a reader who
// is at the end already. Without JavaScript the lines of the page itself stand there.
const LOG_LINES_MAX = 5000;
const LOG_POLL_SECONDS = 3;

class AtriumLog extends HTMLElement {
  connectedCallback() {
    this.lines = this.querySelector(".atrium-log__lines");
    this.lines.scrollTop = this.lines.scrollHeight;
    if (!this.dataset.stream) return;
    this.state = this.querySelector(".atrium-log__state");
    this.next = Number(this.dataset.next);
    this.onVisibility = () => (document.hidden ? this.pause() : this.follow());
    document.addEventListener("visibilitychange", this.onVisibility);
    if (!document.hidden) this.follow();
  }

  disconnectedCallback() {
    this.stop();
    document.removeEventListener("visibilitychange", this.onVisibility);
  }

  follow() {
    this.stop();
    this.state.textContent = this.dataset.live;
    this.source = new EventSource(this.address(this.dataset.stream));
    this.source.addEventListener("line", (event) => this.append([event.data], Number(event.lastEventId) + 1));
    this.source.addEventListener("end", () => this.end());
    this.source.addEventListener("error", () => this.poll());
  }

  async poll() {
    this.stop();
    try {
      const answer = await fetch(this.address(this.dataset.poll), { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const body = await answer.json();
      if (body.lines.length) this.append(body.lines, body.next);
      if (body.done) return this.end();
    } catch {
      this.state.textContent = this.dataset.paused;
    }
    this.timer = setTimeout(() => this.poll(), LOG_POLL_SECONDS * 1000);
  }

  pause() {
    this.stop();
    this.state.textContent = this.dataset.paused;
  }

  stop() {
    this.source?.close();
    clearTimeout(this.timer);
  }

  end() {
    this.stop();
    document.removeEventListener("visibilitychange", this.onVisibility);
    this.state.textContent = this.dataset.ended;
  }

  append(lines, next) {
    const atEnd = this.lines.scrollHeight - this.lines.scrollTop - this.lines.clientHeight < 40;
    const text = this.lines.textContent;
    const all = (text ? text.split("\n") : []).concat(lines);
    this.lines.textContent = all.slice(-LOG_LINES_MAX).join("\n");
    this.next = next;
    if (atEnd) this.lines.scrollTop = this.lines.scrollHeight;
  }

  address(base) {
    return `${base}${base.includes("?") ? "&" : "?"}after=${this.next}`;
  }
}
customElements.define("atrium-log", AtriumLog);
