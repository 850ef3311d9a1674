// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the policies come to across firms.
///
/// @param tiles how many answers have which outcome, each linked to its rows
public record SurveyPage(List<Tile> tiles, ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    /// @param hint the nearest change or the missing facts
    public record Row(
            String firm,
            String href,
            String policy,
            Tag outcome,
            @Nullable String amount,
            String hint) {}
}
