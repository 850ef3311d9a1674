// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.budget.AtLimit;
import io.atrium.compute.budget.BudgetAlertView;
import io.atrium.compute.budget.BudgetId;
import io.atrium.compute.budget.BudgetLine;
import io.atrium.compute.budget.BudgetStanding;
import io.atrium.compute.budget.Budgets;
import io.atrium.compute.budget.ChangeBudget;
import io.atrium.compute.budget.RemoveBudget;
import io.atrium.compute.budget.SetBudget;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Seen;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Budgets for compute beside what counts against them, and the lines that prove it.
@RestController
@RequestMapping("/api/v1/budgets")
@Tag(name = "budgets")
class BudgetsApi {

    private static final int LIST_MAX = 200;
    private static final int LINES_MAX = 200;

    private final Budgets budgets;

    BudgetsApi(Budgets budgets) {
        this.budgets = budgets;
    }

    /// @param seen to be sent with a change, so that nobody's is lost
    record Budget(
            String id,
            String firm,
            @Nullable String project,
            String month,
            MoneyJson limit,
            MoneyJson spent,
            MoneyJson held,
            MoneyJson left,
            int percent,
            List<Integer> thresholds,
            String atLimit,
            String seen) {

        static Budget of(BudgetStanding standing) {
            var budget = standing.budget();
            return new Budget(
                    budget.id().value(),
                    budget.firm().value(),
                    budget.isOfProject() ? budget.project() : null,
                    standing.month().toString(),
                    MoneyJson.of(budget.limit()),
                    MoneyJson.of(standing.spent()),
                    MoneyJson.of(standing.held()),
                    MoneyJson.of(standing.left()),
                    standing.percent(),
                    budget.thresholds(),
                    budget.atLimit().name(),
                    budget.seen().mark());
        }
    }

    record BudgetList(List<Budget> items) {}

    record Line(String kind, String id, String subject, String name, String project, Instant at, MoneyJson amount) {

        static Line of(BudgetLine line) {
            return new Line(
                    line.kind().name(),
                    line.id(),
                    line.subject(),
                    line.name(),
                    line.project(),
                    line.at(),
                    MoneyJson.of(line.amount()));
        }
    }

    /// @param total how many lines there are in all
    record Lines(List<Line> items, int total) {}

    record Alert(String month, int threshold, Instant sentAt, MoneyJson limit, MoneyJson spent, MoneyJson held) {

        static Alert of(BudgetAlertView view) {
            return new Alert(
                    view.month().toString(),
                    view.threshold(),
                    view.sentAt(),
                    MoneyJson.of(view.limit()),
                    MoneyJson.of(view.spent()),
                    MoneyJson.of(view.held()));
        }
    }

    record Alerts(List<Alert> items) {}

    record Wish(
            @Nullable String project,
            @Nullable BigDecimal limit,
            @Nullable List<Integer> thresholds,
            @Nullable AtLimit atLimit,
            @Nullable String seen) {

        SetBudget.Terms terms() {
            if (limit == null || limit.stripTrailingZeros().scale() > 2) {
                throw malformed("limit");
            }
            if (atLimit == null) {
                throw malformed("at_limit");
            }
            return new SetBudget.Terms(
                    Fen.ofYuan(limit), thresholds == null ? List.of(50, 80, 100) : thresholds, atLimit);
        }
    }

    @Operation(summary = "Budgets that one may see, beside what was used; `month` is the running one unless given")
    @GetMapping
    BudgetList list(Actor actor, @RequestParam(defaultValue = "") String month) {
        actor.require(Permission.READ_BUDGET);
        var listed = budgets.list(actor.scope(Permission.READ_BUDGET), month(month), 0, LIST_MAX);
        return new BudgetList(listed.stream().map(Budget::of).toList());
    }

    @Operation(summary = "One budget beside what was used in a month")
    @GetMapping("/{id}")
    Budget find(Actor actor, @PathVariable BudgetId id, @RequestParam(defaultValue = "") String month) {
        return Budget.of(visible(actor, id, month(month)));
    }

    @Operation(summary = "The bills and holds that count against a budget; `page` from 1, 200 lines each")
    @GetMapping("/{id}/lines")
    Lines lines(
            Actor actor,
            @PathVariable BudgetId id,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "1") int page) {
        var standing = visible(actor, id, month(month));
        if (page < 1) {
            throw malformed("page");
        }
        var budget = standing.budget();
        var project = budget.isOfProject() ? budget.project() : null;
        var rows = new Budgets.Rows((page - 1L) * LINES_MAX, LINES_MAX);
        var lines = budgets.lines(budget.firm(), project, standing.month(), rows);
        return new Lines(
                lines.stream().map(Line::of).toList(), budgets.countLines(budget.firm(), project, standing.month()));
    }

    @Operation(summary = "What was told of a budget, newest first")
    @GetMapping("/{id}/alerts")
    Alerts alerts(Actor actor, @PathVariable BudgetId id) {
        var budget = visible(actor, id, budgets.month()).budget();
        return new Alerts(budgets.alerts(budget.id()).stream().map(Alert::of).toList());
    }

    @Operation(summary = "Set a budget for one's own firm, or for one of its projects")
    @PostMapping
    ResponseEntity<Budget> set(Actor actor, RequestKey key, @RequestBody Wish body) {
        var project = body.project();
        var id = budgets.set(actor, new SetBudget(key, project == null ? "" : project, body.terms()));
        return ResponseEntity.created(URI.create("/api/v1/budgets/" + id)).body(find(actor, id, ""));
    }

    @Operation(summary = "Change a budget's limit, thresholds, and what happens at the limit; its project stays")
    @PostMapping("/{id}")
    Budget change(Actor actor, RequestKey key, @PathVariable BudgetId id, @RequestBody Wish body) {
        var seen = body.seen() == null ? Seen.ANYTHING : new Seen(body.seen());
        budgets.change(actor, new ChangeBudget(key, id, body.terms(), seen));
        return find(actor, id, "");
    }

    @Operation(summary = "Do without a budget again")
    @PostMapping("/{id}/removal")
    ResponseEntity<Void> remove(Actor actor, RequestKey key, @PathVariable BudgetId id) {
        budgets.remove(actor, new RemoveBudget(key, id));
        return ResponseEntity.noContent().build();
    }

    private BudgetStanding visible(Actor actor, BudgetId id, YearMonth month) {
        actor.require(Permission.READ_BUDGET);
        return budgets.find(actor.scope(Permission.READ_BUDGET), id, month)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private YearMonth month(String written) {
        try {
            return written.isEmpty() ? budgets.month() : YearMonth.parse(written);
        } catch (DateTimeException _) {
            throw malformed("month");
        }
    }

    private static RefusedException malformed(String field) {
        return new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", field));
    }
}
