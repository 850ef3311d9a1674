// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import java.util.List;

/// What a stranger sees: what the community offers, each with a page that proves it.
public record WelcomePage(List<Offer> offers) {

    static final List<Offer> OFFERS =
            List.of(new Offer("benefits", "/policies"), new Offer("compute", "/prices"), new Offer("books", "/help"));

    /// Messages `insight.welcome.<key>.title|text|link`.
    public record Offer(String key, String href) {}
}
