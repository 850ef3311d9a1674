// SPDX-License-Identifier: Apache-2.0
// A refused form comes back with its summary focused, so that the first thing read is what went wrong.
document.addEventListener("DOMContentLoaded", () => document.getElementById("errors")?.focus());
document.addEventListener("htmx:afterSwap", () => document.getElementById("errors")?.focus());
