// SPDX-License-Identifier: Apache-2.0
// htmx sends the CSRF token, and a request that never reached the server says so in words.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=atrium-csrf]");
  if (token && event.detail.verb !== "get") event.detail.headers[token.dataset.header] = token.content;
});

document.addEventListener("htmx:sendError", () => {
  document.getElementById("atrium-flash").textContent = document.getElementById("atrium-words").dataset.failed;
});
