// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.web.component.Tile;
import java.time.Instant;
import java.util.List;

/// What a stranger sees: what this is, live numbers, open policies, how to join.
public record WelcomePage(List<Tile> numbers, List<OpenPolicy> policies, Instant updatedAt) {

    static final List<Offer> OFFERS =
            List.of(new Offer("benefits", "/policies"), new Offer("compute", "/prices"), new Offer("books", "/help"));

    static final List<String> ROLES = List.of("firm", "department", "provider", "bank", "auditor", "operator");

    /// Messages `insight.welcome.<key>.title|text|link`.
    public record Offer(String key, String href) {}

    public record OpenPolicy(String title, String benefit, String href) {}

    public List<Offer> offers() {
        return OFFERS;
    }

    /// Messages `insight.welcome.role.<key>`.
    public List<String> roles() {
        return ROLES;
    }
}
