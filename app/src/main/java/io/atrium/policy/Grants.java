// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantMoves.Trace;
import io.atrium.policy.GrantOutcome.Granted;
import io.atrium.policy.GrantOutcome.Moved;
import io.atrium.policy.GrantOutcome.Refused;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.store.GrantStore;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The grant of one firm (发放): objection, ruling, confirmation by the firm, voucher. Each door locks the grant first.
@Component
public class Grants {

    /// Moved at most this many at a time, so that a jump of the clock is many short transactions.
    static final int GROUP_MAX = 500;

    private static final List<GrantState> TIMED = List.of(
            GrantState.PUBLICITY, GrantState.FIRM_CONFIRM, GrantState.ACCOUNT_ABNORMAL, GrantState.CLAWBACK_HEARING);

    private final GrantStore store;
    private final GrantMoves moves;
    private final GrantPayments payments;
    private final Policies policies;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Grants(
            GrantStore store,
            GrantMoves moves,
            GrantPayments payments,
            Policies policies,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.moves = moves;
        this.payments = payments;
        this.policies = policies;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Holds the grant of a firm on a public list until the department has ruled.
    @Transactional
    public GrantOutcome object(Actor actor, RequestKey key, ObjectToGrant command) {
        actor.require(Permission.OBJECT_TO_GRANT);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = store.lock(command.list(), new OrgId(command.firm())).orElseThrow(Grants::notFound);
            if (!isReason(command.reason())) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var trace = Trace.because(grant.dueAt(), command.reason());
            return step(actor, grant, GrantEvent.OBJECTION_RAISED, trace);
        });
    }

    /// Rules on an objection. Rejected, publicity goes on to its end; if that has passed, the firm may confirm at once.
    @Transactional
    public GrantOutcome rule(Actor actor, RequestKey key, RuleOnObjection command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = store.lock(command.grant()).orElseThrow(Grants::notFound);
            if (!isReason(command.reason())) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var event = command.upheld() ? GrantEvent.OBJECTION_ACCEPTED : GrantEvent.OBJECTION_REJECTED;
            var due = command.upheld() ? null : grant.dueAt();
            var outcome = step(actor, grant, event, Trace.because(due, command.reason()));
            moveIfDue(store.lock(command.grant()).orElseThrow());
            return outcome;
        });
    }

    /// The firm confirms; the voucher is issued in the same transaction.
    @Transactional
    public GrantOutcome accept(Actor actor, RequestKey key, AcceptGrant command) {
        actor.require(Permission.ACCEPT_GRANT);
        return requests.once(actor, key, command, GrantOutcome.class, () -> decideAndAccept(actor, command));
    }

    private GrantOutcome decideAndAccept(Actor actor, AcceptGrant command) {
        var grant = lockOwn(actor, command.grant());
        if (GrantSteps.next(grant.state(), GrantEvent.FIRM_ACCEPTED).isEmpty()) {
            return forbidden(grant);
        }
        if (grant.dueAt() instanceof Instant due && clock.instant().isAfter(due)) {
            return new Refused(PolicyRefusal.CONFIRMATION_OVERDUE, Map.of("due", due.toString()));
        }
        var list = store.findList(grant.list()).orElseThrow();
        if (clock.today().getYear() > list.budgetYear()) {
            return new Refused(PolicyRefusal.BUDGET_YEAR_ENDED, Map.of("year", list.budgetYear()));
        }
        var ordered = moves.move(grant, GrantEvent.FIRM_ACCEPTED, actor, Trace.NONE);
        var paid = payments.pay(
                ordered, list, policies.find(list.policy(), list.version()).orElseThrow());
        var voucher = paid.voucher();
        if (voucher == null) {
            audit.record(
                    actor,
                    "policy.grant-accepted",
                    grant.id().value(),
                    Map.of("state", paid.state().name()));
            return new Moved(grant.id(), paid.state());
        }
        audit.record(actor, "policy.grant-accepted", grant.id().value(), Map.of("voucher", voucher));
        return new Granted(grant.id(), voucher);
    }

    /// The firm does without; that is final.
    @Transactional
    public GrantOutcome decline(Actor actor, RequestKey key, DeclineGrant command) {
        actor.require(Permission.ACCEPT_GRANT);
        return requests.once(
                actor,
                key,
                command,
                GrantOutcome.class,
                () -> step(actor, lockOwn(actor, command.grant()), GrantEvent.FIRM_DECLINED, Trace.NONE));
    }

    /// Moves grants whose term is over; returns how many, at most a group.
    @Transactional
    public int moveDue() {
        var due = store.lockDue(TIMED, clock.instant(), GROUP_MAX);
        due.forEach(this::moveIfDue);
        return due.size();
    }

    @Transactional(readOnly = true)
    public Optional<GrantView> find(Scope scope, GrantId grant) {
        return store.find(scope, grant);
    }

    @Transactional(readOnly = true)
    public List<GrantView> list(Scope scope, OrgId firm) {
        return store.ofFirm(scope, firm);
    }

    /// The grants that an objection holds, for the department that rules.
    @Transactional(readOnly = true)
    public List<GrantView> held(Actor actor) {
        return actor.may(Permission.RUN_GRANT_LIST) ? store.inState(GrantState.OBJECTION_HELD, GROUP_MAX) : List.of();
    }

    /// The grants that firms may confirm now, for whoever reads those of all firms and helps them in time.
    @Transactional(readOnly = true)
    public List<GrantView> awaitingFirms(Actor actor) {
        return actor.scope(Permission.READ_ENTITLEMENT) instanceof Scope.All
                ? store.inState(GrantState.FIRM_CONFIRM, GROUP_MAX)
                : List.of();
    }

    /// What happened to a grant, first to last; the caller has found it before.
    @Transactional(readOnly = true)
    public List<GrantStepView> steps(GrantId grant) {
        return store.steps(grant);
    }

    private void moveIfDue(GrantView grant) {
        if (!(grant.dueAt() instanceof Instant due) || due.isAfter(clock.instant())) {
            return;
        }
        var list = store.findList(grant.list()).orElseThrow();
        var system = SystemActors.of("policy");
        switch (grant.state()) {
            case PUBLICITY -> moves.move(grant, GrantEvent.PUBLICITY_ENDED, system, Trace.until(confirmBy(list)));
            case FIRM_CONFIRM -> moves.move(grant, unlessYearOver(list, GrantEvent.WINDOW_CLOSED), system, Trace.NONE);
            case ACCOUNT_ABNORMAL ->
                moves.move(grant, unlessYearOver(list, GrantEvent.ACCOUNT_TERM_ENDED), system, Trace.NONE);
            case CLAWBACK_HEARING -> {
                var decideBy = GrantSteps.ownTerm(GrantState.CLAWBACK_REVIEW, clock.instant(), calendar)
                        .orElseThrow();
                moves.move(grant, GrantEvent.HEARING_ENDED, system, Trace.until(decideBy));
            }
            default -> {}
        }
    }

    private GrantEvent unlessYearOver(GrantListView list, GrantEvent event) {
        return clock.today().getYear() > list.budgetYear() ? GrantEvent.BUDGET_YEAR_ENDED : event;
    }

    /// The firm's window begins when it can first confirm, however late that is noticed.
    private Instant confirmBy(GrantListView list) {
        var terms =
                GrantLists.terms(policies.find(list.policy(), list.version()).orElseThrow());
        return GrantLists.workingDays(terms.confirmWorkingDays()).dueAfter(clock.instant(), calendar);
    }

    private GrantOutcome step(Actor actor, GrantView grant, GrantEvent event, Trace trace) {
        if (GrantSteps.next(grant.state(), event).isEmpty()) {
            return forbidden(grant);
        }
        var moved = moves.move(grant, event, actor, trace);
        audit.record(actor, "policy.grant-moved", grant.id().value(), Map.of("event", event.name()));
        return new Moved(grant.id(), moved.state());
    }

    static GrantOutcome forbidden(GrantView grant) {
        return new Refused(
                PolicyRefusal.GRANT_STATE_FORBIDS, Map.of("state", grant.state().name()));
    }

    private GrantView lockOwn(Actor actor, GrantId id) {
        var scope = actor.scope(Permission.ACCEPT_GRANT);
        return store.lock(id).filter(grant -> scope.sees(grant.firm())).orElseThrow(Grants::notFound);
    }

    static boolean isReason(String reason) {
        return !reason.isBlank() && reason.length() <= ObjectToGrant.REASON_CHARS_MAX;
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
