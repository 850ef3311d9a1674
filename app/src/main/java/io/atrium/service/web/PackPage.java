// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service pack, as it counts or as it was.
///
/// @param old which version is shown; null for the one that counts
/// @param changes what this version changed; empty for the first
/// @param write where the next version is written; null for those who may not
/// @param sheet makes the official sheet; null where there is none
public record PackPage(
        @Nullable String old,
        List<Fact> facts,
        Table table,
        List<Item> items,
        List<String> changes,
        List<Version> versions,
        @Nullable String write,
        @Nullable Form sheet) {

    /// @param href null in an old version
    public record Item(
            @Nullable String href,
            String words,
            String unit,
            @Nullable Due due,
            String day,
            @Nullable Tag state) {}

    public record Version(String href, String text, boolean isShown) {}

    public record Listed(
            Table table, List<Row> rows, @Nullable String write) {}

    public record Row(
            String href,
            String firm,
            String title,
            String kept,
            String overdue,
            @Nullable Due next) {}

    /// @param lines the questions of each promise
    public record Write(Form form, List<List<Field>> lines, List<String> confirmed) {}

    /// @param moves one form for each move
    public record One(Tag state, @Nullable Due due, List<Fact> facts, List<Move> moves, List<TimelineEntry> steps) {}

    public record Move(String id, String title, Form form) {}
}
