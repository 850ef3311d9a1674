// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule book in force, who leads what, and the way to another book.
public record RulesPage(
        String profile,
        String published,
        List<Row> limits,
        List<Route> routes,
        List<Profile> profiles,
        boolean mayWrite) {

    /// @param whom which kinds of need it holds for
    public record Row(String clock, String whom, String length, String basis) {}

    public record Route(
            String category,
            String kind,
            String lead,
            String fallback,
            String helpers,
            @Nullable String href) {}

    public record Profile(String name, String href, boolean isCurrent) {}

    /// Another book before it is published: every limit, changeable.
    public record Draft(String name, Form form) {}

    /// What another book would change.
    public record Check(List<Change> changes, Form form) {}

    /// @param nowDue when a case that is raised now would be due
    public record Change(String clock, String whom, String before, String after, String nowDue, String thenDue) {}

    /// Who leads one category.
    public record RouteForm(String category, Form form) {}
}
