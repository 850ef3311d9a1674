// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One budget of a firm beside what counts against it.
///
/// @param next what happens at the next threshold, or at the limit
/// @param change for whoever sets budgets; so is the address where it is removed
public record BudgetPage(
        Tag state,
        @Nullable Next next,
        Share share,
        List<Fact> sums,
        String linesHref,
        List<Fact> facts,
        Table alertTable,
        List<Alert> alerts,
        @Nullable Form change,
        @Nullable String removalHref) {

    /// How much is used, as a bar with its words.
    ///
    /// @param percent of the limit, at most 100
    public record Share(int percent, String words) {}

    public record Alert(String month, String threshold, String at, String used, String limit) {}

    /// @param ofManyFirms whether each row names its firm
    /// @param projects what each project used; empty for readers of many firms
    public record Listed(
            ListQuery query,
            List<Field> filter,
            Table table,
            List<Row> rows,
            boolean ofManyFirms,
            Table projectTable,
            List<ProjectRow> projects,
            boolean maySet) {}

    public record Row(
            String href,
            String name,
            String firm,
            String limit,
            String spent,
            String held,
            String left,
            Share share,
            String atLimit,
            Tag state) {}

    /// @param budgetHref where its budget is, or is set; null for those who may not set any
    public record ProjectRow(
            String name,
            String linesHref,
            String spent,
            String held,
            @Nullable String budgetHref,
            boolean hasBudget) {}

    /// The lines that prove a sum.
    public record Lines(ListQuery query, List<Fact> sums, Table table, List<Line> lines) {}

    public record Line(String at, String kind, String name, String href, String project, String amount) {}

    /// A new budget.
    public record Ask(Form form, List<String> effects) {}

    /// Before a budget is removed.
    public record Removal(Form form, List<String> consequences, String cancelHref) {}
}
