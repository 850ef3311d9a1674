// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.LEASE;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to leases by themselves as days go by: requests lapse, periods are held and billed, terms end. Each
/// lease
/// in a transaction of its own; what was done is not done again.
@Component
public class LeaseDays {

    /// So many days before a period ends the next one is held.
    static final int HOLD_AHEAD_DAYS = 7;

    /// So many days before its last day a firm is told that a lease ends.
    static final int END_NOTICE_DAYS = 7;

    private static final Logger LOG = LoggerFactory.getLogger(LeaseDays.class);

    private final LeaseStore store;
    private final LeaseMoney money;
    private final LeaseSteps steps;
    private final LeaseNotices notices;
    private final HandOverTerm handOverTerm;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    LeaseDays(
            LeaseStore store,
            LeaseMoney money,
            LeaseSteps steps,
            LeaseNotices notices,
            HandOverTerm handOverTerm,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.money = money;
        this.steps = steps;
        this.notices = notices;
        this.handOverTerm = handOverTerm;
        this.clock = clock;
        this.transaction = transaction;
    }

    public void run() {
        store.inState(LeaseState.REQUESTED).forEach(id -> each(id, this::lapse));
        store.inState(LeaseState.SIGNED).forEach(id -> each(id, this::handOver));
        for (var id : store.inState(LeaseState.ACTIVE)) {
            each(id, this::bill);
            while (holdsNext(id)) { // days that went by while nobody looked are caught up with in their order
                each(id, this::bill);
            }
            each(id, this::end);
        }
    }

    private boolean holdsNext(LeaseId id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> holdNext(locked(id))));
        } catch (RefusedException _) {
            each(id, lease -> notices.tellFirm(lease, "NOT_HELD" + next(lease), null));
        } catch (RuntimeException failure) {
            LOG.error("holding for {} failed; it is tried again", id, failure);
        }
        return false;
    }

    private void each(LeaseId id, Consumer<LeaseView> work) {
        try {
            transaction.executeWithoutResult(_ -> work.accept(locked(id)));
        } catch (RuntimeException failure) {
            LOG.error("the day of {} failed; it is tried again", id, failure);
        }
    }

    private LeaseView locked(LeaseId id) {
        return store.lock(new Scope.All(), id).orElseThrow();
    }

    private void lapse(LeaseView lease) {
        if (lease.state() == LeaseState.REQUESTED
                && clock.instant().isAfter(lease.requested().signBy())) {
            store.move(lease, LeaseState.DECLINED, Map.of(LEASE.ENDED_ON, clock.today()));
            store.addEvent(lease.id(), new LeaseEvent(clock.instant(), "LAPSED", "", null));
            notices.tellFirm(lease, "LAPSED", null);
        }
    }

    /// Its first day is over and the nodes are not there: both sides are reminded, and in the end it is withdrawn.
    private void handOver(LeaseView lease) {
        if (lease.state() != LeaseState.SIGNED) {
            return;
        }
        var last = handOverTerm.lastMoment(lease);
        if (clock.instant().isAfter(last)) {
            steps.end(lease, LeaseEnd.NOT_HANDED_OVER, lease.startsOn().minusDays(1), "");
            ended(lease, LeaseEnd.NOT_HANDED_OVER);
        } else if (clock.today().isAfter(lease.startsOn())) {
            notices.tellProvider(lease, "HAND_OVER_DUE", last);
            notices.tellFirm(lease, "HAND_OVER_LATE", null);
        }
    }

    /// Periods that are over; the last one is billed with the end.
    private void bill(LeaseView lease) {
        if (lease.state() != LeaseState.ACTIVE) {
            return;
        }
        for (var period : store.periods(lease.id())) {
            boolean isOver =
                    period.lastDay().isBefore(clock.today()) && period.lastDay().isBefore(lease.endsOn());
            if (!period.isSettled() && isOver) {
                money.settle(lease, period, period.lastDay());
                store.addEvent(
                        lease.id(), new LeaseEvent(clock.instant(), "BILLED", String.valueOf(period.number()), null));
            }
        }
    }

    /// False if there is none to hold yet.
    private boolean holdNext(LeaseView lease) {
        if (lease.state() != LeaseState.ACTIVE) {
            return false;
        }
        var newest = store.periods(lease.id()).getLast();
        boolean isNear = !clock.today().isBefore(newest.lastDay().minusDays(HOLD_AHEAD_DAYS));
        boolean isDue = isNear && newest.lastDay().isBefore(lease.endsOn());
        if (isDue) {
            var period = money.hold(lease, newest.number() + 1, newest.lastDay().plusDays(1), lease.mayUseVouchers());
            store.addEvent(lease.id(), new LeaseEvent(clock.instant(), "HELD", String.valueOf(period.number()), null));
        }
        return isDue;
    }

    private int next(LeaseView lease) {
        return store.periods(lease.id()).size() + 1;
    }

    /// The term is over, or a period begins that nobody could pay.
    private void end(LeaseView lease) {
        if (lease.state() != LeaseState.ACTIVE) {
            return;
        }
        var today = clock.today();
        var paidUntil = store.periods(lease.id()).getLast().lastDay();
        boolean isUnpaid = today.isAfter(paidUntil) && paidUntil.isBefore(lease.endsOn());
        if (isUnpaid) {
            steps.end(lease, LeaseEnd.UNPAID, paidUntil, "");
            ended(lease, LeaseEnd.UNPAID);
        } else if (today.isAfter(lease.endsOn())) {
            var kind = lease.endsOn()
                            .isBefore(lease.startsOn().plusDays(lease.terms().days() - 1L))
                    ? LeaseEnd.EARLY
                    : LeaseEnd.EXPIRED;
            steps.end(lease, kind, lease.endsOn(), "");
            ended(lease, kind);
        } else if (!today.isBefore(lease.endsOn().minusDays(END_NOTICE_DAYS))) {
            notices.tellFirm(lease, "ENDS_SOON", null);
        }
    }

    private void ended(LeaseView lease, LeaseEnd kind) {
        store.addEvent(lease.id(), new LeaseEvent(clock.instant(), kind.name(), "", null));
        notices.tellFirm(lease, kind.name(), null);
        notices.tellProvider(lease, kind.name(), null);
    }
}
