// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.budget.AtLimit;
import io.atrium.compute.budget.BudgetAlertView;
import io.atrium.compute.budget.BudgetLine;
import io.atrium.compute.budget.BudgetStanding;
import io.atrium.compute.budget.BudgetView;
import io.atrium.compute.budget.ProjectSpend;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Budgets in the reader's words; amounts exact, in yuan.
record BudgetViews(Text t) {

    static Tag tag(BudgetStanding standing) {
        if (standing.percent() >= 100) {
            return Tag.of(Tone.BAD, "compute.budget.state.SPENT");
        }
        return standing.reached().isEmpty()
                ? Tag.of(Tone.GOOD, "compute.budget.state.WITHIN")
                : Tag.of(Tone.WAIT, "compute.budget.state.REACHED");
    }

    static String name(Text t, String project) {
        return project.isEmpty() ? t.of("compute.budget.whole") : t.of("compute.budget.project.named", project);
    }

    /// What would be left of a budget beside a new hold.
    static Fact leftAfter(Text t, BudgetStanding standing, Fen more) {
        return Fact.of(
                        t.of(
                                "compute.budget.left-after",
                                name(t, standing.budget().project())),
                        t.money(standing.left().minus(more)))
                .linked("/budgets/" + standing.budget().id());
    }

    BudgetPage.Share share(BudgetStanding standing) {
        return new BudgetPage.Share(
                Math.clamp(standing.percent(), 0, 100), t.of("compute.budget.percent", standing.percent()));
    }

    static Table table(boolean ofManyFirms, boolean maySet) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.budget.of"));
        if (ofManyFirms) {
            columns.add(Column.text("compute.job.firm"));
        }
        columns.addAll(List.of(
                Column.number("compute.budget.limit"),
                Column.number("compute.budget.spent"),
                Column.number("compute.budget.held"),
                Column.number("compute.budget.left"),
                Column.text("compute.budget.share"),
                Column.text("compute.budget.at-limit"),
                Column.text("compute.job.state")));
        var empty = maySet
                ? Empty.nothingYet("compute.budgets.none", "compute.budget.new", "/budgets/new")
                : Empty.nothingYet("compute.budgets.none");
        return Table.of("compute.budgets.caption", empty, 0, columns.toArray(Column[]::new));
    }

    BudgetPage.Row row(BudgetStanding standing, String firm) {
        var budget = standing.budget();
        return new BudgetPage.Row(
                "/budgets/" + budget.id() + "?month=" + standing.month(),
                name(t, budget.project()),
                firm,
                t.yuan(budget.limit()),
                t.yuan(standing.spent()),
                t.yuan(standing.held()),
                t.yuan(standing.left()),
                share(standing),
                t.of("compute.budget.at-limit", budget.atLimit()),
                tag(standing));
    }

    static Table projectTable(int rows) {
        return Table.of(
                "compute.budget.projects",
                Empty.nothingYet("compute.budget.projects.none"),
                rows,
                Column.text("compute.job.project"),
                Column.number("compute.budget.spent"),
                Column.number("compute.budget.held"),
                Column.text("compute.budget.title"));
    }

    BudgetPage.ProjectRow project(ProjectSpend spend, YearMonth month, @Nullable BudgetView budget, boolean maySet) {
        return new BudgetPage.ProjectRow(
                spend.project().isEmpty() ? t.of("compute.budget.no-project") : spend.project(),
                linesHref(spend.project(), month, null),
                t.yuan(spend.spent()),
                t.yuan(spend.held()),
                budgetHref(spend, budget, maySet),
                budget != null);
    }

    private static @Nullable String budgetHref(ProjectSpend spend, @Nullable BudgetView budget, boolean maySet) {
        if (budget != null) {
            return "/budgets/" + budget.id();
        }
        return maySet && !spend.project().isEmpty()
                ? UriComponentsBuilder.fromPath("/budgets/new")
                        .queryParam("project", "{project}")
                        .build(spend.project())
                        .toString()
                : null;
    }

    /// @param project null means every project
    static String linesHref(@Nullable String project, YearMonth month, @Nullable String firm) {
        var uri = UriComponentsBuilder.fromPath("/budgets/lines").queryParam("month", month);
        if (firm != null) {
            uri.queryParam("firm", firm);
        }
        if (project == null) {
            return uri.build().toUriString();
        }
        return project.isEmpty()
                ? uri.queryParam("without", "project").build().toUriString()
                : uri.queryParam("project", "{project}").build(project).toString();
    }

    List<Fact> sums(BudgetStanding standing) {
        return List.of(
                Fact.of(t.of("compute.budget.spent"), t.yuan(standing.spent()))
                        .from(t.of("compute.budget.spent.basis")),
                Fact.of(t.of("compute.budget.held"), t.yuan(standing.held())).from(t.of("compute.budget.held.basis")),
                Fact.of(t.of("compute.budget.left"), t.yuan(standing.left())),
                Fact.of(t.of("compute.budget.limit"), t.yuan(standing.budget().limit()))
                        .total());
    }

    List<Fact> facts(BudgetStanding standing, String firm) {
        var budget = standing.budget();
        return List.of(
                Fact.of(t.of("compute.budget.of"), name(t, budget.project())),
                Fact.of(t.of("compute.job.firm"), firm),
                Fact.of(t.of("compute.credit.month"), standing.month().toString()),
                Fact.of(t.of("compute.budget.thresholds"), thresholds(budget)),
                Fact.of(t.of("compute.budget.at-limit"), t.of("compute.budget.at-limit", budget.atLimit())),
                Fact.of(t.of("compute.budget.set-by"), budget.setBy()).from(t.dateTime(budget.setAt())));
    }

    private String thresholds(BudgetView budget) {
        return budget.thresholds().stream()
                .map(threshold -> t.of("compute.budget.percent", threshold))
                .collect(Collectors.joining(t.of("compute.budget.comma")));
    }

    /// The next thing that happens by itself; nothing more once the limit is reached and only told of.
    @Nullable
    Next next(BudgetStanding standing) {
        var budget = standing.budget();
        int percent = standing.percent();
        var ahead = budget.thresholds().stream()
                .filter(threshold -> threshold > percent)
                .findFirst();
        if (percent < 100 && ahead.isPresent()) {
            var key = "compute.budget.next." + (ahead.get() == 100 ? budget.atLimit() : "share");
            return new Next(t.of(key, ahead.get()), t.of("compute.budget.next.who"), null);
        }
        var key = "compute.budget.next." + (percent < 100 ? "" : "spent.") + budget.atLimit();
        return budget.atLimit() == AtLimit.ALERT && percent >= 100
                ? null
                : new Next(t.of(key, 100), t.of("compute.budget.next.who"), null);
    }

    static Table alertTable(int rows) {
        return Table.of(
                "compute.budget.alerts",
                Empty.nothingYet("compute.budget.alerts.none"),
                rows,
                Column.text("compute.credit.month"),
                Column.number("compute.budget.threshold"),
                Column.text("compute.credit.reminder.at"),
                Column.number("compute.budget.used"),
                Column.number("compute.budget.limit"));
    }

    BudgetPage.Alert alert(BudgetAlertView alert) {
        return new BudgetPage.Alert(
                alert.month().toString(),
                t.of("compute.budget.percent", alert.threshold()),
                t.dateTimeShort(alert.sentAt()),
                t.yuan(alert.spent().plus(alert.held())),
                t.yuan(alert.limit()));
    }

    static Table lineTable() {
        return Table.of(
                "compute.budget.lines",
                Empty.nothingYet("compute.budget.lines.none"),
                0,
                Column.text("compute.statement.at"),
                Column.text("compute.statement.kind"),
                Column.text("compute.statement.what"),
                Column.text("compute.job.project"),
                Column.number("compute.bill.list"));
    }

    BudgetPage.Line line(BudgetLine line, Actor reader) {
        return new BudgetPage.Line(
                t.dateTimeShort(line.at()),
                t.of("compute.budget.kind", line.kind()),
                line.name(),
                line.href(reader),
                line.project(),
                t.yuan(line.amount()));
    }
}
