// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation's month in money.
///
/// @param asOf when a month that is not over was read; null for one that is
/// @param sheet makes the PDF
public record StatementPage(
        @Nullable String asOf,
        @Nullable String earlier,
        @Nullable String later,
        List<Section> sections,
        Form sheet) {

    /// @param sums one line for each kind of movement, between opening and closing
    /// @param allShown false when the lines beyond the page's limit are only in the files
    public record Section(
            String title,
            String explained,
            Table sumTable,
            List<Sum> sums,
            Table table,
            List<Row> rows,
            boolean allShown) {}

    public record Sum(String name, String posted, String held, boolean isStanding) {}

    /// @param href the job of the line; null where there is none or the reader may not go there
    public record Row(
            String at,
            String machineTime,
            String kind,
            String what,
            @Nullable String href,
            String posted,
            String held,
            String balance,
            String heldAfter) {}

    /// What the PDF says: the same sections, without what changes by itself.
    public record Sheet(List<Section> sections) {}

    /// The months that have a statement, newest first.
    public record Months(Table table, List<Month> months) {}

    public record Month(String name, String href, boolean isRunning) {}
}
