// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Field;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The board of appeals, as a list or in columns.
///
/// @param figure what the list proves when it was reached from a figure
/// @param columns the rows by state; empty when shown as a list
public record AppealsPage(
        boolean mayRaise,
        boolean mayImport,
        List<Tab> views,
        List<Tab> layouts,
        ListQuery query,
        List<Field> filters,
        Table table,
        boolean showsFirms,
        @Nullable String figure,
        List<Row> rows,
        List<Lane> columns) {

    public record Row(
            String href,
            String number,
            String title,
            String firm,
            String category,
            Tag state,
            String turn,
            @Nullable String clock,
            @Nullable Due due,
            boolean isUrgent,
            @Nullable String urgency) {}

    public record Lane(String title, List<Row> rows) {}
}
