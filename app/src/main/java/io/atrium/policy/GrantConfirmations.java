// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.GrantListOutcome.Confirmed;
import io.atrium.policy.GrantListOutcome.HalfConfirmed;
import io.atrium.policy.GrantListOutcome.Refused;
import io.atrium.policy.GrantMoves.Trace;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.store.GrantStore;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Confirms lists: one officer below the limits, two different ones above; then publicity begins for whom the pool
/// reaches, and the others are told. Whoever calls holds the transaction.
@Component
class GrantConfirmations {

    private final Policies policies;
    private final GrantStore store;
    private final GrantMoves moves;
    private final GrantNotices notices;
    private final GrantPool pool;
    private final PolicySettings settings;
    private final Audit audit;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantConfirmations(
            Policies policies,
            GrantStore store,
            GrantMoves moves,
            GrantNotices notices,
            GrantPool pool,
            PolicySettings settings,
            Audit audit,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.policies = policies;
        this.store = store;
        this.moves = moves;
        this.notices = notices;
        this.pool = pool;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.calendar = calendar;
    }

    GrantListOutcome confirm(Actor actor, ConfirmGrantList command) {
        var list = store.lockList(command.list()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (list.isPublic()) {
            return new Refused(
                    PolicyRefusal.GRANT_STATE_FORBIDS, Map.of("list", list.id().value()));
        }
        var cut = pool.cut(list.policy(), store.onList(list.id()));
        if (settings.secondOfficer().isNeededFor(cut)) {
            var first = list.first();
            if (first == null) {
                return confirmFirst(actor, list, cut);
            }
            if (first.person().equals(actor.person())) {
                return new Refused(PolicyRefusal.SECOND_OFFICER_NEEDED, Map.of());
            }
        }
        return publish(actor, list, cut);
    }

    private GrantListOutcome confirmFirst(Actor actor, GrantListView list, GrantCut cut) {
        store.confirmFirst(list.id(), new FirstConfirmation(clock.instant(), actor.name(), actor.person()));
        audit.record(
                actor,
                "policy.grant-list-confirmed-first",
                list.id().value(),
                Map.of("firms", cut.served().size(), "sum_fen", cut.sum().value()));
        notices.askSecondOfficer(list, cut.sum());
        return new HalfConfirmed(list.id());
    }

    private GrantListOutcome publish(Actor actor, GrantListView list, GrantCut cut) {
        var policy = policies.find(list.policy(), list.version()).orElseThrow();
        var now = clock.instant();
        var ends = GrantLists.workingDays(GrantLists.terms(policy).publicityWorkingDays())
                .dueAfter(now, calendar);
        store.confirm(list.id(), now, actor.name(), ends);
        for (var grant : cut.served()) {
            var confirmed = moves.move(grant, GrantEvent.DEPARTMENT_CONFIRMED, actor, Trace.NONE);
            moves.move(confirmed, GrantEvent.PUBLICITY_STARTED, actor, Trace.until(ends));
        }
        cut.leftOut().forEach(grant -> moves.move(grant, GrantEvent.POOL_SPENT, actor, Trace.NONE));
        audit.record(
                actor,
                "policy.grant-list-confirmed",
                list.id().value(),
                Map.of(
                        "publicity_ends_at",
                        ends.toString(),
                        "left_out",
                        cut.leftOut().size()));
        return new Confirmed(list.id(), ends);
    }

    /// What it would come to if the list were confirmed now.
    GrantListForecast forecast(Actor actor, GrantListView list) {
        var cut = pool.cut(list.policy(), store.onList(list.id()));
        var limits = settings.secondOfficer();
        var first = list.first();
        var isFirstByReader = first != null && first.person().equals(actor.person());
        return new GrantListForecast(cut, limits, limits.isNeededFor(cut), isFirstByReader);
    }
}
