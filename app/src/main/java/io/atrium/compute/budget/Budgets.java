// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of budgets (预算): set, change, remove, look; and whether a job still fits.
@Component
public class Budgets {

    /// More budgets than anybody keeps in mind.
    static final int PER_FIRM_MAX = 50;

    private static final int ALERTS_MAX = 60;

    private final BudgetStore store;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Budgets(BudgetStore store, Requests requests, Audit audit, Ids ids, BusinessClock clock) {
        this.store = store;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Refused: throws, with the first reason.
    @Transactional
    public BudgetId set(Actor actor, SetBudget command) {
        actor.require(Permission.SET_BUDGET);
        return requests.once(actor, command.key(), command, BudgetId.class, () -> setNew(actor, command));
    }

    private BudgetId setNew(Actor actor, SetBudget command) {
        store.lock(actor.organisation());
        var project = command.project().strip();
        if (project.length() > JobRequest.PROJECT_LENGTH_MAX) {
            refuse(Refusal.of(ComputeRefusal.BUDGET_PROJECT_LENGTH, "max", JobRequest.PROJECT_LENGTH_MAX));
        }
        check(command.terms());
        if (store.count(new Scope.Own(actor.organisation())) >= PER_FIRM_MAX) {
            refuse(Refusal.of(ComputeRefusal.BUDGETS_FULL, "max", PER_FIRM_MAX));
        }
        var budget = budget(actor, new BudgetId(ids.next(BudgetId.PREFIX)), project, command.terms());
        if (!store.insert(budget)) {
            refuse(Refusal.of(ComputeRefusal.BUDGET_EXISTS));
        }
        audit.record(actor, "compute.budget-set", budget.id().value(), told(budget));
        return budget.id();
    }

    /// Refused: throws, with the first reason; also when somebody else was faster.
    @Transactional
    public BudgetId change(Actor actor, ChangeBudget command) {
        actor.require(Permission.SET_BUDGET);
        return requests.once(actor, command.key(), command, BudgetId.class, () -> changeNow(actor, command));
    }

    private BudgetId changeNow(Actor actor, ChangeBudget command) {
        store.lock(actor.organisation());
        var stored = own(actor, command.budget());
        command.seen().refusal(stored.seen()).ifPresent(Budgets::refuse);
        check(command.terms());
        var changed = budget(actor, stored.id(), stored.project(), command.terms());
        store.update(changed);
        audit.record(actor, "compute.budget-changed", changed.id().value(), told(changed));
        return changed.id();
    }

    @Transactional
    public BudgetId remove(Actor actor, RemoveBudget command) {
        actor.require(Permission.SET_BUDGET);
        return requests.once(actor, command.key(), command, BudgetId.class, () -> {
            store.lock(actor.organisation());
            var stored = own(actor, command.budget());
            store.remove(stored.id(), clock.instant().atOffset(ZoneOffset.UTC));
            audit.record(actor, "compute.budget-removed", stored.id().value(), told(stored));
            return stored.id();
        });
    }

    private BudgetView own(Actor actor, BudgetId id) {
        return store.find(actor.scope(Permission.SET_BUDGET), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private BudgetView budget(Actor actor, BudgetId id, String project, SetBudget.Terms terms) {
        return new BudgetView(
                id,
                actor.organisation(),
                project,
                terms.limit(),
                terms.thresholds(),
                terms.atLimit(),
                actor.name(),
                clock.instant());
    }

    private static void check(SetBudget.Terms terms) {
        if (terms.limit().compareTo(SetBudget.LIMIT_MIN) < 0 || terms.limit().compareTo(SetBudget.LIMIT_MAX) > 0) {
            refuse(new Refusal(
                    ComputeRefusal.BUDGET_LIMIT, Map.of("min", SetBudget.LIMIT_MIN, "max", SetBudget.LIMIT_MAX)));
        }
        var thresholds = terms.thresholds();
        boolean isOutside = thresholds.stream().anyMatch(threshold -> threshold < 1 || threshold > 100);
        if (thresholds.isEmpty() || thresholds.size() > SetBudget.THRESHOLDS_MAX || isOutside) {
            refuse(Refusal.of(ComputeRefusal.BUDGET_THRESHOLDS, "max", SetBudget.THRESHOLDS_MAX));
        }
    }

    private static Map<String, Object> told(BudgetView budget) {
        return Map.of(
                "project", budget.project(),
                "limit_fen", budget.limit().value(),
                "thresholds", budget.thresholds().toString(),
                "at_limit", budget.atLimit());
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    /// From here to the end of the transaction nobody else of the firm submits.
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime(OrgId firm) {
        store.lock(firm);
    }

    /// Whether a job that costs so much at most fits: first its project's budget is asked, then the firm's.
    /// Refused: throws.
    @Transactional(readOnly = true)
    public void requireRoom(OrgId firm, String project, Fen more) {
        for (var standing : concerning(firm, project)) {
            standing.refusal(more).ifPresent(Budgets::refuse);
        }
    }

    /// Budgets of the month that a job of a project counts against: its project's, then the firm's.
    @Transactional(readOnly = true)
    public List<BudgetStanding> concerning(OrgId firm, String project) {
        var month = month();
        return store.concerning(firm, project.strip()).stream()
                .map(budget -> store.standing(budget, month))
                .toList();
    }

    public YearMonth month() {
        return YearMonth.from(clock.today());
    }

    /// The whole firm's first, then projects by name.
    @Transactional(readOnly = true)
    public List<BudgetStanding> list(Scope scope, YearMonth month, long offset, int limit) {
        return store.list(scope, offset, limit).stream()
                .map(budget -> store.standing(budget, month))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(scope);
    }

    @Transactional(readOnly = true)
    public Optional<BudgetStanding> find(Scope scope, BudgetId id, YearMonth month) {
        return store.find(scope, id).map(budget -> store.standing(budget, month));
    }

    /// Each project with what it used, whether it has a budget or not; the caller has checked whose.
    @Transactional(readOnly = true)
    public List<ProjectSpend> spends(OrgId firm, YearMonth month) {
        return store.spends(firm, month);
    }

    /// The lines that the sums are made of; the caller has checked whose.
    ///
    /// @param project null means every project
    @Transactional(readOnly = true)
    public List<BudgetLine> lines(OrgId firm, @Nullable String project, YearMonth month, Rows rows) {
        return store.lines(BudgetStore.of(firm, project, month), rows.offset(), rows.limit());
    }

    /// Which part of a list.
    public record Rows(long offset, int limit) {}

    @Transactional(readOnly = true)
    public int countLines(OrgId firm, @Nullable String project, YearMonth month) {
        return store.countLines(BudgetStore.of(firm, project, month));
    }

    /// What was told of a budget that the caller was allowed to find, newest first.
    @Transactional(readOnly = true)
    public List<BudgetAlertView> alerts(BudgetId budget) {
        return store.alerts(budget, ALERTS_MAX);
    }
}
