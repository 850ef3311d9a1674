// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.policy.GrantTerms;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantListOutcome.Proposed;
import io.atrium.policy.GrantListOutcome.Refused;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.store.DecisionStore;
import io.atrium.policy.store.GrantReads;
import io.atrium.policy.store.GrantStore;
import io.atrium.web.Requests;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists of firms to be granted (拟发放名单): drawn up from the decisions, confirmed by the department, made public.
@Component
public class GrantLists {

    private static final int LISTED_MAX = 100;
    private static final List<GrantState> SERVED = Arrays.stream(GrantState.values())
            .filter(state -> state.isOpen() || state == GrantState.GRANTED)
            .toList();

    private final Policies policies;
    private final PolicyBudgets budgets;
    private final DecisionStore decisions;
    private final GrantStore store;
    private final GrantReads reads;
    private final GrantMoves moves;
    private final GrantConfirmations confirmations;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final Ids ids;

    GrantLists(
            Policies policies,
            PolicyBudgets budgets,
            DecisionStore decisions,
            GrantStore store,
            GrantReads reads,
            GrantMoves moves,
            GrantConfirmations confirmations,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            WorkingCalendar calendar,
            Ids ids) {
        this.policies = policies;
        this.budgets = budgets;
        this.decisions = decisions;
        this.store = store;
        this.reads = reads;
        this.moves = moves;
        this.confirmations = confirmations;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.calendar = calendar;
        this.ids = ids;
    }

    /// Draws up the list of all firms that the policy entitles today and that it has not served this budget year.
    @Transactional
    public GrantListOutcome propose(Actor actor, RequestKey key, ProposeGrantList command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantListOutcome.class, () -> decideAndPropose(actor, command));
    }

    private GrantListOutcome decideAndPropose(Actor actor, ProposeGrantList command) {
        store.lockPolicy(command.policy());
        var policy = policies.find(command.policy()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!policy.header().isGrantedByList()) {
            return new Refused(
                    PolicyRefusal.POLICY_NOT_AUTOMATIC,
                    Map.of("policy", command.policy().value()));
        }
        if (!isInForce(policy)) {
            return new Refused(
                    PolicyRefusal.POLICY_NOT_IN_FORCE,
                    Map.of("policy", command.policy().value()));
        }
        int year = yearOfPayment(policy);
        var served = new HashSet<>(store.servedFirms(command.policy(), year, SERVED));
        var entitled = decisions.entitled(command.policy(), policy.version()).stream()
                .filter(decision -> !served.contains(decision.firm()))
                .toList();
        if (entitled.isEmpty()) {
            return new Refused(
                    PolicyRefusal.NOBODY_ENTITLED,
                    Map.of("policy", command.policy().value()));
        }
        return propose(actor, policy, year, entitled);
    }

    private GrantListOutcome propose(Actor actor, PublishedPolicy policy, int year, List<StoredDecision> entitled) {
        budgets.appropriate(policy, year);
        var left = new Fen(budgets.balances(policy.id()).orElseThrow().available());
        var list = new GrantListView(
                new GrantListId(ids.next(GrantListId.PREFIX)),
                policy.id(),
                policy.version(),
                year,
                left,
                clock.instant(),
                actor.name(),
                null,
                null,
                null,
                null);
        if (!left.isPositive()) {
            return new Refused(PolicyRefusal.BUDGET_TOO_SMALL, Map.of("left", left.toString()));
        }
        store.insert(list);
        var grants = entitled.stream().map(decision -> grant(list, decision)).toList();
        store.insert(grants);
        grants.forEach(grant -> moves.begin(grant, actor));
        var sum = grants.stream().map(GrantView::amount).reduce(Fen.ZERO, Fen::plus);
        audit.record(
                actor,
                "policy.grant-list-proposed",
                list.id().value(),
                Map.of("policy", policy.id().value(), "firms", grants.size(), "sum_fen", sum.value()));
        return new Proposed(list.id(), grants.size(), sum);
    }

    private GrantView grant(GrantListView list, StoredDecision stored) {
        var amount = Optional.ofNullable(stored.decision().amount())
                .flatMap(found -> found.yuan())
                .orElseThrow();
        return new GrantView(
                new GrantId(ids.next(GrantId.PREFIX)),
                list.id(),
                list.budgetYear(),
                stored.firm(),
                "",
                "",
                stored.policy(),
                stored.id(),
                Fen.ofYuan(amount),
                GrantState.DATA_MATCHED,
                GrantSteps.ownTerm(GrantState.DATA_MATCHED, list.createdAt(), calendar)
                        .orElseThrow(),
                null);
    }

    /// Confirms a list for the department and makes it public for the working days that the policy names.
    @Transactional
    public GrantListOutcome confirm(Actor actor, RequestKey key, ConfirmGrantList command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantListOutcome.class, () -> confirmations.confirm(actor, command));
    }

    /// What a confirmation would do now; empty once the list is public.
    @Transactional(readOnly = true)
    public Optional<GrantListForecast> forecast(Actor actor, GrantListView found) {
        return found.isPublic() || !actor.may(Permission.RUN_GRANT_LIST)
                ? Optional.empty()
                : Optional.of(confirmations.forecast(actor, found));
    }

    /// Lists that the actor may see: departments see all, others those that are public. Newest first.
    @Transactional(readOnly = true)
    public List<GrantListView> list(Actor actor) {
        return store.lists(!actor.may(Permission.RUN_GRANT_LIST), LISTED_MAX);
    }

    @Transactional(readOnly = true)
    public Optional<GrantListView> find(Actor actor, GrantListId list) {
        return store.findList(list).filter(found -> found.isPublic() || actor.may(Permission.RUN_GRANT_LIST));
    }

    /// The firms on a list that the actor may see.
    @Transactional(readOnly = true)
    public List<GrantView> grants(Actor actor, GrantListId list) {
        return find(actor, list).map(found -> store.onList(found.id())).orElse(List.of());
    }

    /// What lists come to that the actor has found before.
    @Transactional(readOnly = true)
    public Map<GrantListId, GrantListTotals> totals(Collection<GrantListView> found) {
        return reads.totals(found.stream().map(GrantListView::id).toList());
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, GrantListId list, GrantFilter filter) {
        return find(actor, list).map(found -> reads.count(list, filter)).orElse(0);
    }

    /// One page of the firms on a list that the actor may see, sorted as [GrantReads#page] says.
    @Transactional(readOnly = true)
    public List<GrantRow> page(Actor actor, GrantListId list, GrantFilter filter, String sort, Part part) {
        return find(actor, list)
                .map(found -> reads.page(list, filter, sort, part.offset(), part.limit()))
                .orElse(List.of());
    }

    /// The firms on a list in the order of their ids, from the first after one.
    @Transactional(readOnly = true)
    public List<GrantRow> after(Actor actor, GrantListId list, GrantFilter filter, @Nullable String id, int limit) {
        return find(actor, list)
                .map(found -> reads.after(list, filter, id, limit))
                .orElse(List.of());
    }

    /// Lists that the actor may see, newest first, from the first after one.
    @Transactional(readOnly = true)
    public List<GrantListView> after(Actor actor, @Nullable String id, int limit) {
        return reads.lists(!actor.may(Permission.RUN_GRANT_LIST), id, limit);
    }

    /// Which part of a list (一段).
    public record Part(long offset, int limit) {}

    static Deadline workingDays(int days) {
        return new Deadline(days, DeadlineUnit.WORKING_DAY);
    }

    static GrantTerms terms(PublishedPolicy policy) {
        var terms = policy.header().grant();
        if (terms == null) {
            throw new IllegalStateException(policy.id() + " is not granted without application");
        }
        return terms;
    }

    /// The pool that pays is that of the year in which the firm's window to confirm ends.
    private int yearOfPayment(PublishedPolicy policy) {
        var days = terms(policy).publicityWorkingDays() + terms(policy).confirmWorkingDays();
        return calendar.plusWorkingDays(clock.today(), days).getYear();
    }

    private boolean isInForce(PublishedPolicy policy) {
        var header = policy.header();
        var today = clock.today();
        return header.status().canGrant()
                && header.period().hasBegun(today)
                && !header.period().hasEnded(today);
    }
}
