// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealView;
import io.atrium.identity.OrganisationNames;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding: why it was found, the cases behind it, what is to be done or was done.
///
/// @param next null once it is closed
/// @param hidden how many cases the reader may not see, in words; null if none
/// @param takeOn null for those who may not, or when it is taken on
/// @param closing null for those who may not, or when it is closed
/// @param outcome empty while it is open
/// @param writing where a practice note of it is written; null for those who may not, or until it is closed
public record FindingPage(
        Tag state,
        String kind,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        List<String> reasons,
        List<Fact> facts,
        Table table,
        List<Case> cases,
        @Nullable String hidden,
        @Nullable Form takeOn,
        @Nullable Form closing,
        List<Fact> outcome,
        @Nullable String writing) {

    /// One of the cases behind a finding or a group of a round.
    public record Case(String href, String number, String title, String firm, String place, String day, Tag state) {

        static Table table(String captionKey, int rows) {
            return Table.of(
                    captionKey,
                    Empty.nothingYet("appeal.finding.cases.none"),
                    rows,
                    Column.text("appeal.title"),
                    Column.text("appeal.firm"),
                    Column.text("appeal.place"),
                    Column.text("appeal.raised-at"),
                    Column.text("appeal.state"));
        }

        static Case of(AppealView appeal, OrganisationNames names, Text t) {
            return new Case(
                    "/appeals/" + appeal.id(),
                    appeal.number(),
                    appeal.need().title(),
                    names.of(t, appeal.firm()),
                    appeal.need().place(),
                    t.dateTime(appeal.raised().at()),
                    AppealWords.tag(appeal.state()));
        }
    }

    /// The list of findings.
    public record Listed(List<Tab> views, ListQuery query, List<Field> filters, Table table, List<Row> rows) {}

    public record Row(
            String href,
            String title,
            String kind,
            int cases,
            String unit,
            Tag state,
            @Nullable Due due,
            String day) {}
}
