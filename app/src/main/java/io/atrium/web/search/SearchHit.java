// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

/// One record that was found (命中), in the reader's language: what it is, a line that tells it from its like, its page.
public record SearchHit(String title, String note, String href) {}
