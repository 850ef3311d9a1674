// SPDX-License-Identifier: Apache-2.0
// Shows the page of visit notes, and what it loads, when there is no network. What is kept is put there by the page
// itself (visit-notes.js); this only answers from it. Nothing is sent from here.
const CACHE = "atrium-visit-page";
const PAGE = "/visits/new";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const kept = async (address) => (await caches.open(CACHE)).match(address);

const page = async (request) => {
  try {
    return await fetch(request);
  } catch (unreachable) {
    return (await kept(PAGE)) || Response.error();
  }
};

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const address = new URL(url);
  if (method !== "GET" || address.origin !== self.location.origin) return;
  if (mode === "navigate") {
    if (address.pathname === PAGE) event.respondWith(page(event.request));
  } else if (/^\/(assets|icons)\//.test(address.pathname)) {
    event.respondWith(kept(url).then((found) => found || fetch(event.request)));
  }
});
