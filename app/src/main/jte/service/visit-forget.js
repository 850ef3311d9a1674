// SPDX-License-Identifier: Apache-2.0
// Whoever signed out leaves no list of firms behind; notes that wait stay until their writer signs in again.
if (!document.querySelector("meta[name=atrium-csrf]")) globalThis.caches?.delete("atrium-visit-page");
