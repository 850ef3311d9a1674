// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/missing.jte` shows.
///
/// @param identity absent while the firm has no file
/// @param opening the form that opens the file; absent where it is open, or cannot be opened by the firm
/// @param next who has to act before the firm can, where it cannot
public record MissingFactsPage(
        @Nullable IdentityBar identity,
        List<Tab> tabs,
        String lead,
        @Nullable Form opening,
        @Nullable Next next,
        Table table,
        List<Row> rows) {

    /// @param adds who adds it, where the firm may not
    public record Row(
            String fact,
            String group,
            List<Use> uses,
            String audience,
            @Nullable String addHref,
            String adds) {}

    /// @param amount `up to ¥500,000.00`, or that no text tells
    public record Use(
            String title, @Nullable String href, @Nullable String amount) {}
}
