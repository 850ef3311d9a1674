// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The month's cases that did not end well, by unit and category.
///
/// @param sum the month, its groups and their appeals, counted in words
public record RoundPage(String sum, ListQuery query, List<Field> filters, Table table, List<Row> rows) {

    /// @param conclusion what was concluded; empty while nothing is
    /// @param responsible who does it; empty while nothing is concluded
    public record Row(
            String href,
            String unit,
            String category,
            int cases,
            int dissatisfied,
            int unsolved,
            int redone,
            int circulated,
            Tag state,
            String conclusion,
            String responsible,
            @Nullable Due due) {}

    /// One group: its counts, its cases, its conclusion.
    ///
    /// @param next null when it is done
    /// @param hidden how many cases the reader may not see, in words; null if none
    /// @param concluding null for those who may not, or once it is concluded
    /// @param completing null for those who may not, or until it is concluded, or once it is done
    public record Group(
            Tag state,
            @Nullable Due due,
            @Nullable Next next,
            List<Fact> counts,
            List<Fact> conclusion,
            Table table,
            List<FindingPage.Case> cases,
            @Nullable String hidden,
            @Nullable Form concluding,
            @Nullable Form completing) {}
}
