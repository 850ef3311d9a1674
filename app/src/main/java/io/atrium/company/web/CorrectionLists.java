// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CorrectionFilter;
import io.atrium.company.CorrectionState;
import io.atrium.company.CorrectionView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The list of corrections: its filter, its columns, its file.
final class CorrectionLists {

    static final String TITLE = "company.corrections.title";

    private CorrectionLists() {}

    static Sheet<CorrectionView> sheet(CorrectionViews views, Text t) {
        return Sheet.<CorrectionView>named(TITLE)
                .text("company.corrections.column.fact", views::fact)
                .text("company.corrections.column.value", views::value)
                .text("company.corrections.column.firm", views::firm)
                .text(
                        "company.corrections.column.state",
                        correction -> t.of(CorrectionViews.state(correction).key()))
                .moment("company.corrections.column.requested", CorrectionView::requestedAt)
                .moment("company.corrections.column.due", CorrectionView::dueAt);
    }

    static CorrectionListPage.Row row(CorrectionView correction, CorrectionViews views, Text t) {
        var decision = correction.decision();
        return new CorrectionListPage.Row(
                CorrectionPages.PATH + "/" + correction.id(),
                views.fact(correction),
                views.value(correction),
                views.firm(correction),
                CorrectionViews.state(correction),
                t.dateTime(correction.requestedAt()),
                views.due(correction),
                decision == null ? null : t.dateTime(decision.at()));
    }

    /// @param now what was due before counts as overdue
    static CorrectionFilter filter(ListQuery query, Instant now) {
        var state = Arrays.stream(CorrectionState.values())
                .filter(known -> known.name().equals(query.filter("state")))
                .findFirst()
                .orElse(null);
        var text = query.filter("text").isEmpty() ? null : query.filter("text");
        return new CorrectionFilter(state, text, query.filter("overdue").equals("yes") ? now : null);
    }

    static List<Field> filters(boolean isOwn) {
        var states = Stream.concat(
                Stream.of(Option.key("", "company.list.filter.all")),
                Arrays.stream(CorrectionState.values())
                        .map(state -> Option.key(state.name(), "company.correction.state." + state)));
        var overdue =
                List.of(Option.key("", "company.list.filter.all"), Option.key("yes", "company.corrections.overdue"));
        var state = Field.select("state", "company.corrections.column.state", states.toList());
        return isOwn
                ? List.of(state)
                : List.of(
                        Field.text("text", "company.list.filter.text"),
                        state,
                        Field.select("overdue", "company.corrections.column.due", overdue));
    }

    static Table table(boolean isOwn) {
        var empty = isOwn
                ? Empty.nothingYet("company.corrections.empty.own", "company.file.heading", FileTabs.OWN)
                : Empty.nothingYet("company.corrections.empty.queue");
        return Table.of(
                TITLE,
                empty,
                0,
                Column.text("company.corrections.column.fact"),
                Column.text("company.corrections.column.value"),
                Column.text("company.corrections.column.firm"),
                Column.text("company.corrections.column.state"),
                Column.text("company.corrections.column.requested"),
                Column.text("company.corrections.column.due"));
    }
}
