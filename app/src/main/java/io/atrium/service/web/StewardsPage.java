// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stewards with their firms, and how firms are given to them.
///
/// @param unassigned how many firms have no steward, in words
/// @param split gives them out evenly; null when there are none
public record StewardsPage(
        Table table,
        List<Row> rows,
        String unassigned,
        Form assign,
        @Nullable Form split) {

    public record Row(String name, String contact, int firms) {}
}
