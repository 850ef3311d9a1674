// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.budget.BudgetLine;
import io.atrium.compute.budget.BudgetStanding;
import io.atrium.compute.budget.BudgetView;
import io.atrium.compute.budget.Budgets;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/budgets`: budgets of a month beside what was used, projects without a budget too; and the lines that prove it.
@Controller
class BudgetListPages {

    private static final int BUDGETS_OF_FIRM_MAX = 200;

    private final Budgets budgets;
    private final OrganisationNames names;
    private final Sheets sheets;

    BudgetListPages(Budgets budgets, OrganisationNames names, Sheets sheets) {
        this.budgets = budgets;
        this.names = names;
        this.sheets = sheets;
    }

    @Bean
    static NavItem budgetsNavItem() {
        return NavItem.needing(Permission.READ_BUDGET, NavGroup.MONEY, "compute.nav.budgets", "/budgets", 17);
    }

    @GetMapping("/budgets")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_BUDGET);
        var scope = actor.scope(Permission.READ_BUDGET);
        var month = month(query);
        var views = new BudgetViews(t);
        boolean ofManyFirms = !(scope instanceof Scope.Own);
        boolean maySet = actor.may(Permission.SET_BUDGET);
        var listed = budgets.list(scope, month, query.offset(), query.size());
        var firms =
                names.of(t, listed.stream().map(each -> each.budget().firm()).toList());
        var projects = ofManyFirms ? List.<BudgetPage.ProjectRow>of() : projects(actor, month, views, maySet);
        var page = new BudgetPage.Listed(
                query,
                List.of(Field.text("month", "compute.credit.month").small().hint("compute.credit.month.hint")),
                BudgetViews.table(ofManyFirms, maySet)
                        .paged(query, budgets.count(scope))
                        .exported(query),
                listed.stream()
                        .map(each ->
                                views.row(each, firms.getOrDefault(each.budget().firm(), "")))
                        .toList(),
                ofManyFirms,
                BudgetViews.projectTable(projects.size()),
                projects,
                maySet);
        return PageView.of("compute/budgets", "compute.budgets.title", page, month.toString())
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private List<BudgetPage.ProjectRow> projects(Actor actor, YearMonth month, BudgetViews views, boolean maySet) {
        var firm = actor.organisation();
        Map<String, BudgetView> known = budgets.list(new Scope.Own(firm), month, 0, BUDGETS_OF_FIRM_MAX).stream()
                .map(BudgetStanding::budget)
                .filter(BudgetView::isOfProject)
                .collect(Collectors.toMap(BudgetView::project, Function.identity()));
        return budgets.spends(firm, month).stream()
                .map(spend -> views.project(spend, month, known.get(spend.project()), maySet))
                .toList();
    }

    @GetMapping("/budgets/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, Text t, SheetFormat format) {
        actor.require(Permission.READ_BUDGET);
        var scope = actor.scope(Permission.READ_BUDGET);
        var month = month(query);
        var sheet = Sheet.<BudgetStanding>named("compute.budget.title")
                .text("compute.credit.month", each -> each.month().toString())
                .text("compute.job.firm", each -> names.of(t, each.budget().firm()))
                .text(
                        "compute.budget.of",
                        each -> BudgetViews.name(t, each.budget().project()))
                .money("compute.budget.limit", each -> each.budget().limit())
                .money("compute.budget.spent", BudgetStanding::spent)
                .money("compute.budget.held", BudgetStanding::held)
                .money("compute.budget.left", BudgetStanding::left)
                .text(
                        "compute.budget.at-limit",
                        each -> t.of("compute.budget.at-limit", each.budget().atLimit()));
        var rows = SheetRows.paged(
                budgets.count(scope), (page, size) -> budgets.list(scope, month, (long) (page - 1) * size, size));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    @GetMapping("/budgets/lines")
    PageView lines(Actor actor, ListQuery query, Text t) {
        var firm = firm(actor, query);
        var month = month(query);
        var project = project(query);
        var views = new BudgetViews(t);
        var rows = budgets.lines(firm, project, month, new Budgets.Rows(query.offset(), query.size()));
        var page = new BudgetPage.Lines(
                query,
                sums(t, firm, project, month),
                BudgetViews.lineTable()
                        .paged(query, budgets.countLines(firm, project, month))
                        .exported(query),
                rows.stream().map(line -> views.line(line, actor)).toList());
        return PageView.of("compute/budget-lines", "compute.budget.lines.title", page, of(t, project), month.toString())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.budgets", "/budgets?month=" + month));
    }

    private static String of(Text t, @Nullable String project) {
        if (project == null) {
            return t.of("compute.budget.whole");
        }
        return project.isEmpty() ? t.of("compute.budget.no-project") : BudgetViews.name(t, project);
    }

    private List<Fact> sums(Text t, OrgId firm, @Nullable String project, YearMonth month) {
        var spends = budgets.spends(firm, month).stream()
                .filter(spend -> project == null || spend.project().equals(project))
                .toList();
        var spent = spends.stream().map(each -> each.spent()).reduce(Fen.ZERO, Fen::plus);
        var held = spends.stream().map(each -> each.held()).reduce(Fen.ZERO, Fen::plus);
        return List.of(
                Fact.of(t.of("compute.budget.spent"), t.yuan(spent)).from(t.of("compute.budget.spent.basis")),
                Fact.of(t.of("compute.budget.held"), t.yuan(held)).from(t.of("compute.budget.held.basis")),
                Fact.of(t.of("compute.budget.used"), t.yuan(spent.plus(held))).total());
    }

    @GetMapping("/budgets/lines/export")
    ResponseEntity<byte[]> linesFile(Actor actor, ListQuery query, Text t, SheetFormat format) {
        var firm = firm(actor, query);
        var month = month(query);
        var project = project(query);
        var sheet = Sheet.<BudgetLine>named("compute.budget.lines")
                .moment("compute.statement.at", BudgetLine::at)
                .text("compute.statement.kind", line -> t.of("compute.budget.kind", line.kind()))
                .text("compute.statement.what", BudgetLine::name)
                .text("compute.statement.reference", BudgetLine::id)
                .text("compute.job.project", BudgetLine::project)
                .money("compute.bill.list", BudgetLine::amount);
        var rows = SheetRows.paged(
                budgets.countLines(firm, project, month),
                (page, size) -> budgets.lines(firm, project, month, new Budgets.Rows((long) (page - 1) * size, size)));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    /// A firm's own; whoever reads those of all names one.
    private static OrgId firm(Actor actor, ListQuery query) {
        actor.require(Permission.READ_BUDGET);
        if (actor.scope(Permission.READ_BUDGET) instanceof Scope.Own(var own)) {
            return own;
        }
        if (query.filter("firm").isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return new OrgId(query.filter("firm"));
    }

    /// Null for every project.
    private static @Nullable String project(ListQuery query) {
        if (query.filter("without").equals("project")) {
            return "";
        }
        return query.filter("project").isEmpty() ? null : query.filter("project");
    }

    private YearMonth month(ListQuery query) {
        return month(query.filter("month"), budgets.month());
    }

    /// `2026-11`; anything else is the running month.
    static YearMonth month(String written, YearMonth running) {
        try {
            return written.isEmpty() ? running : YearMonth.parse(written);
        } catch (DateTimeException _) {
            return running;
        }
    }
}
