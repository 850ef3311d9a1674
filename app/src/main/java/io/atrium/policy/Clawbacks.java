// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantMoves.Trace;
import io.atrium.policy.GrantOutcome.Moved;
import io.atrium.policy.GrantOutcome.Refused;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.store.ClawbackStore;
import io.atrium.policy.store.GrantStore;
import io.atrium.voucher.RecallVoucher;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.Vouchers;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Taking a grant back (追回): an officer opens, the firm is heard, another officer decides. What was booked stays;
/// the unused value returns by a new entry, and what was spent is booked as a claim.
@Component
public class Clawbacks {

    private final GrantStore store;
    private final ClawbackStore clawbacks;
    private final GrantMoves moves;
    private final Vouchers vouchers;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Clawbacks(
            GrantStore store,
            ClawbackStore clawbacks,
            GrantMoves moves,
            Vouchers vouchers,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.clawbacks = clawbacks;
        this.moves = moves;
        this.vouchers = vouchers;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Opens the hearing of the firm; the voucher stays good until it is decided.
    @Transactional
    public GrantOutcome open(Actor actor, RequestKey key, OpenClawback command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = lock(command.grant());
            if (command.clause().isBlank() || command.clause().length() > OpenClawback.CLAUSE_CHARS_MAX) {
                return new Refused(PolicyRefusal.CLAUSE_MISSING, Map.of("max", OpenClawback.CLAUSE_CHARS_MAX));
            }
            if (!Grants.isReason(command.reason())) {
                return reasonMissing();
            }
            var note = command.clause() + "：" + command.reason();
            var outcome = step(actor, grant, GrantEvent.CLAWBACK_OPENED, due(GrantState.CLAWBACK_HEARING, note));
            if (outcome instanceof Moved) {
                clawbacks.insert(
                        grant.id(),
                        new ClawbackView(command.clause(), command.reason(), clock.instant(), actor.person()));
            }
            return outcome;
        });
    }

    /// The firm says what it has to say; the case goes to the second officer.
    @Transactional
    public GrantOutcome answer(Actor actor, RequestKey key, AnswerClawback command) {
        actor.require(Permission.ACCEPT_GRANT);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = lock(command.grant());
            if (!actor.scope(Permission.ACCEPT_GRANT).sees(grant.firm())) {
                throw notFound();
            }
            return Grants.isReason(command.statement())
                    ? step(actor, grant, GrantEvent.FIRM_HEARD, due(GrantState.CLAWBACK_REVIEW, command.statement()))
                    : reasonMissing();
        });
    }

    /// Decided by somebody else than who opened it; after the firm was heard or its term is over.
    @Transactional
    public GrantOutcome decide(Actor actor, RequestKey key, DecideClawback command) {
        actor.require(Permission.RUN_GRANT_LIST);
        return requests.once(actor, key, command, GrantOutcome.class, () -> {
            var grant = lock(command.grant());
            if (GrantSteps.next(grant.state(), GrantEvent.RECLAIMED).isEmpty()) {
                return Grants.forbidden(grant);
            }
            if (clawbacks.newest(grant.id()).orElseThrow().openedBy().equals(actor.person())) {
                return new Refused(PolicyRefusal.SECOND_OFFICER_NEEDED, Map.of());
            }
            if (!Grants.isReason(command.reason())) {
                return reasonMissing();
            }
            if (!command.takenBack()) {
                return step(actor, grant, GrantEvent.CLAWBACK_REFUSED, Trace.because(null, command.reason()));
            }
            recall(actor, grant);
            return step(actor, grant, GrantEvent.RECLAIMED, Trace.because(null, command.reason()));
        });
    }

    /// Why a grant that the caller was allowed to find should be, or was, taken back.
    @Transactional(readOnly = true)
    public Optional<ClawbackView> of(GrantId grant) {
        return clawbacks.newest(grant);
    }

    /// The grants whose firms have been heard, for the officers; never those that the reader opened.
    @Transactional(readOnly = true)
    public List<GrantView> toDecide(Actor actor) {
        return actor.may(Permission.RUN_GRANT_LIST)
                ? store.inState(GrantState.CLAWBACK_REVIEW, Grants.GROUP_MAX).stream()
                        .filter(grant -> clawbacks
                                .newest(grant.id())
                                .filter(opened -> !opened.openedBy().equals(actor.person()))
                                .isPresent())
                        .toList()
                : List.of();
    }

    private void recall(Actor actor, GrantView grant) {
        var voucher = new VoucherId(Objects.requireNonNull(grant.voucher(), () -> "no voucher: " + grant.id()));
        var key = new RequestKey(grant.id().value() + ":recall");
        vouchers.recall(new RecallVoucher(key, actor, voucher));
    }

    private Trace due(GrantState next, String note) {
        Instant due = GrantSteps.ownTerm(next, clock.instant(), calendar).orElseThrow();
        return Trace.because(due, note);
    }

    private GrantOutcome step(Actor actor, GrantView grant, GrantEvent event, Trace trace) {
        if (GrantSteps.next(grant.state(), event).isEmpty()) {
            return Grants.forbidden(grant);
        }
        var moved = moves.move(grant, event, actor, trace);
        audit.record(actor, "policy.grant-moved", grant.id().value(), Map.of("event", event.name()));
        return new Moved(grant.id(), moved.state());
    }

    private GrantView lock(GrantId grant) {
        return store.lock(grant).orElseThrow(Clawbacks::notFound);
    }

    private static GrantOutcome reasonMissing() {
        return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
