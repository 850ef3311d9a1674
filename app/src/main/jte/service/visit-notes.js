// SPDX-License-Identifier: Apache-2.0
// Notes of visits are kept on this device before they are sent, so that none is lost without a network. Each has a key
// of its own, made here: however often it is sent, it is taken in once. Without this script, or where the device keeps
// nothing, the form posts like every other.
(() => {
  const CACHE = "atrium-visit-page";
  const PAGE = "/visits/new";
  const SENT_SHOWN = 5;
  const RETRY_MS = 30000;
  const form = document.querySelector("form[data-visit-note]");
  if (!form) return;

  const words = document.getElementById("visit-words").dataset;
  const queue = document.querySelector("[data-visit-queue]");
  const list = queue.querySelector("ul");
  const say = queue.querySelector("[role=status]");
  const store = "atrium-visits:" + form.dataset.person;
  const draft = store + ":draft";
  const own = ["_csrf", "request_key", form.dataset.page, form.dataset.personField];

  const read = () => JSON.parse(localStorage.getItem(store) || "[]");
  const write = (notes) => localStorage.setItem(store, JSON.stringify(notes));
  const change = (key, what) => write(read().map((note) => (note.key === key ? { ...note, ...what } : note)));
  const freshKey = () =>
    "visit-" + [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const answers = () =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !own.includes(name));

  let key = freshKey();

  // One more need, up to the limit; its fields are the last ones with the next number.
  const needs = () => [...form.querySelectorAll("[data-need]")];
  const addNeed = () => {
    const last = needs().at(-1);
    const number = needs().length + 1;
    const next = last.cloneNode(true);
    next.querySelectorAll("[id], [for], [name], [aria-describedby]").forEach((part) => {
      ["id", "for", "name", "aria-describedby"].forEach((name) => {
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace(/need-\d+/g, "need-" + number));
      });
    });
    next.querySelectorAll("textarea").forEach((area) => { area.value = ""; area.textContent = ""; });
    next.querySelectorAll("select").forEach((choice) => { choice.selectedIndex = 0; });
    next.querySelector("legend span").textContent = number;
    last.after(next);
    more.hidden = number >= Number(form.dataset.needsMax);
    return next;
  };
  const more = form.querySelector("[data-more-needs]");
  if (more) {
    more.hidden = needs().length >= Number(form.dataset.needsMax);
    more.addEventListener("click", () => addNeed().querySelector("textarea").focus());
    form.querySelector("[data-more-link]")?.remove();
  }

  const fill = (fields) => {
    fields.forEach(([name, value]) => {
      while (/^need-\d+/.test(name) && !form.elements[name] && needs().length < Number(form.dataset.needsMax)) addNeed();
      const field = form.elements[name];
      if (!field) return;
      if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) return;
      field.value = value;
    });
  };
  const empty = () => {
    localStorage.removeItem(draft);
    form.reset();
    key = freshKey();
  };

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "atrium-button atrium-button--second atrium-button--small";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };
  const draw = () => {
    const notes = read();
    queue.hidden = notes.length === 0;
    const waiting = notes.filter((note) => note.state === "waiting").length;
    const news = words.count.replace("#", waiting);
    if (say.textContent !== news) say.textContent = news;
    queue.querySelector("[data-visit-send]").hidden = waiting === 0;
    list.replaceChildren(...notes.map((note) => {
      const item = document.createElement("li");
      item.dataset.state = note.state;
      const state = document.createElement("strong");
      state.textContent = words[note.state];
      item.append(state, " ", note.title, " ");
      if (note.words) item.append(note.words, " ");
      if (note.href) {
        const link = document.createElement("a");
        link.href = note.href;
        link.textContent = words.open;
        item.append(link);
      }
      if (note.state === "refused") {
        item.append(button(words.edit, () => {
          key = note.key;
          fill(note.fields);
          write(read().filter((other) => other.key !== note.key));
          keepDraft();
          draw();
          form.elements.said.focus();
        }), " ", button(words.remove, () => {
          if (!confirm(words.sure)) return;
          write(read().filter((other) => other.key !== note.key));
          draw();
        }));
      }
      return item;
    }));
  };

  // What is being written survives a reload and an empty battery.
  const keepDraft = () => {
    try {
      localStorage.setItem(draft, JSON.stringify({ key, fields: answers() }));
    } catch (full) {
      say.textContent = words.full;
      queue.hidden = false;
    }
  };
  form.addEventListener("input", keepDraft);

  // The page as it is now: its token lets notes be sent, and it is what is shown without a network.
  const freshPage = async () => {
    const answer = await fetch(PAGE, { cache: "no-store" });
    if (!answer.ok || answer.redirected) return null;
    const copy = answer.clone();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("form[data-visit-note]")?.dataset.person !== form.dataset.person) return null;
    await keep(copy, page);
    return page.querySelector("meta[name=atrium-csrf]");
  };
  const keep = async (copy, page) => {
    if (!globalThis.caches) return;
    const cache = await caches.open(CACHE);
    const loaded = [...page.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
      .map((part) => new URL(part.getAttribute("href") || part.getAttribute("src"), location.href).href);
    const kept = new URL(PAGE, location.href).href;
    await Promise.all(loaded.map(async (address) => (await cache.match(address)) || cache.add(address)));
    await cache.put(kept, copy);
    await Promise.all((await cache.keys())
      .filter((request) => request.url !== kept && !loaded.includes(request.url))
      .map((request) => cache.delete(request)));
  };

  const send = async (note, token) => {
    const body = new URLSearchParams(note.fields);
    body.set("request_key", note.key);
    const answer = await fetch("/visit-deliveries", {
      method: "POST",
      headers: { [token.dataset.header]: token.content, "X-Atrium-Script": "visit" },
      body,
    });
    // Only the server's own word counts; whatever else came back, the note waits.
    if (answer.redirected || !answer.headers.get("Content-Type")?.startsWith("application/json")) return;
    const said = await answer.json();
    if (said.state === "sent") change(note.key, { state: "sent", href: said.href, words: "", fields: [] });
    else if (said.state === "refused") change(note.key, { state: "refused", words: said.words });
  };

  let isSyncing = false;
  const sync = async () => {
    if (isSyncing) return;
    isSyncing = true;
    try {
      const token = await freshPage();
      for (const note of read().filter((each) => each.state === "waiting")) {
        if (!token) {
          change(note.key, { words: words.signIn });
          continue;
        }
        change(note.key, { words: "" });
        await send(note, token);
      }
      const sent = read().filter((note) => note.state === "sent").slice(-SENT_SHOWN);
      write(read().filter((note) => note.state !== "sent" || sent.some((shown) => shown.key === note.key)));
    } catch (unreachable) {
      // No network: everything waits.
    } finally {
      isSyncing = false;
      draw();
    }
  };

  form.addEventListener("submit", (event) => {
    const fields = answers();
    const firm = form.elements.firm;
    const title = [firm.selectedOptions[0]?.value ? firm.selectedOptions[0].text : "", form.elements.day.value].join(" ");
    try {
      write([...read().filter((note) => note.key !== key), { key, title, fields, state: "waiting", words: "", href: "" }]);
    } catch (full) {
      return;
    }
    event.preventDefault();
    // The busy button is for forms that leave the page.
    event.stopImmediatePropagation();
    empty();
    draw();
    queue.scrollIntoView({ block: "nearest" });
    sync();
  }, true);

  // From the kept page nothing of the address was filled in, and its day may be another day's.
  const asked = new URLSearchParams(location.search);
  ["firm", "plan"].forEach((name) => { if (asked.get(name)) fill([[name, asked.get(name)]]); });
  if (!navigator.onLine) form.elements.day.value = "";
  const started = JSON.parse(localStorage.getItem(draft) || "null");
  if (started && !form.dataset.refused) {
    key = started.key;
    fill(started.fields.filter(([, value]) => value !== ""));
  }
  queue.querySelector("[data-visit-send]").append(button(words.send, sync));
  addEventListener("online", sync);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sync(); });
  setInterval(() => { if (read().some((note) => note.state === "waiting")) sync(); }, RETRY_MS);
  draw();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/visits/worker.js").catch(() => {});
  sync();
})();
