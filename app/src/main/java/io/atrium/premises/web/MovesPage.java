// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves that the reader may see.
///
/// @param showsFirm whether the reader sees moves of others
/// @param mayStart whether the reader may start one
public record MovesPage(
        ListQuery query, List<Field> filters, Table table, List<Row> rows, boolean showsFirm, boolean mayStart) {

    /// @param next when the earliest open step is due; null without
    /// @param waits who has it now, in words
    public record Row(
            String href,
            String title,
            String firm,
            String building,
            String wantedOn,
            String done,
            String waits,
            @Nullable Due next,
            Tag state) {}
}
