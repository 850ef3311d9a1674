// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.LEASE;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.lease.StepLease.Step;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The plain steps of a lease, each under its lock: who may take it, in which state, and what it does.
@Component
class LeaseSteps {

    /// Days between the firm's notice and its last day; an assumption of this product, written into the contract.
    static final int NOTICE_DAYS = 3;

    private final LeaseStore store;
    private final LeaseNodes nodes;
    private final LeaseMoney money;
    private final LeaseNotices notices;
    private final Audit audit;
    private final BusinessClock clock;

    LeaseSteps(
            LeaseStore store,
            LeaseNodes nodes,
            LeaseMoney money,
            LeaseNotices notices,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.nodes = nodes;
        this.money = money;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    static Permission permission(Step step) {
        return step.isOfProvider() ? Permission.OPERATE_POOL : Permission.RENT_GPUS;
    }

    void take(Actor actor, StepLease command) {
        var step = command.step();
        var lease = store.lock(actor.scope(permission(step)), command.lease())
                .filter(found -> isOf(actor, step.isOfProvider() ? found.provider() : found.firm()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (step.needsWords() && command.words().isBlank() || command.words().length() > StepLease.WORDS_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.LEASE_WORDS_LENGTH, "max", StepLease.WORDS_LENGTH_MAX));
        }
        var words = command.words().strip();
        switch (step) {
            case DECLINE -> over(lease, LeaseState.REQUESTED, LeaseState.DECLINED, words);
            case WITHDRAW -> over(lease, LeaseState.REQUESTED, LeaseState.WITHDRAWN, words);
            case CANCEL -> cancel(lease, words);
            case HAND_OVER -> handOver(lease, words);
            case RECEIVE -> receive(actor, lease);
            case SHORTEN -> shorten(lease);
            case TAKE_BACK -> end(lease, LeaseEnd.BY_PROVIDER, clock.today(), words);
        }
        store.addEvent(
                lease.id(),
                new LeaseEvent(clock.instant(), step.name(), step == Step.HAND_OVER ? "" : words, actor.name()));
        audit.record(actor, "compute.lease-step", lease.id().value(), Map.of("step", step));
        tell(step, lease);
    }

    /// A contract is between two sides: nobody acts for another, the operator neither.
    static boolean isOf(Actor actor, OrgId side) {
        return actor.organisation().equals(side);
    }

    private void tell(Step step, LeaseView before) {
        var lease = store.lock(new Scope.All(), before.id()).orElseThrow();
        if (step.isOfProvider()) {
            notices.tellFirm(lease, step.name(), null);
        } else {
            notices.tellProvider(lease, step.name(), null);
        }
    }

    private void over(LeaseView lease, LeaseState from, LeaseState to, String reason) {
        require(lease, from);
        store.move(lease, to, Map.of(LEASE.ENDED_ON, clock.today(), LEASE.END_REASON, reason));
    }

    /// What was held comes free, and nothing is charged.
    private void cancel(LeaseView lease, String reason) {
        require(lease, LeaseState.SIGNED);
        end(lease, LeaseEnd.CANCELLED, lease.startsOn().minusDays(1), reason);
    }

    /// The term counts from the day of the hand-over; so do the periods.
    private void handOver(LeaseView lease, String access) {
        require(lease, LeaseState.SIGNED);
        var today = clock.today();
        if (today.isBefore(lease.startsOn())) {
            throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_TOO_EARLY, "day", lease.startsOn()));
        }
        int jobs = nodes.jobsOn(lease.id());
        if (jobs > 0) {
            throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_NODES_BUSY, "jobs", jobs));
        }
        store.setDays(lease.id(), 1, today, today.plusDays(lease.terms().daysOf(1) - 1L));
        store.move(
                lease,
                LeaseState.ACTIVE,
                Map.of(
                        LEASE.STARTS_ON, today,
                        LEASE.ENDS_ON, today.plusDays(lease.terms().days() - 1L),
                        LEASE.ACCESS_NOTE, access));
    }

    private void receive(Actor actor, LeaseView lease) {
        require(lease, LeaseState.ACTIVE);
        if (lease.receivedBy() != null) {
            throw notNow(lease);
        }
        store.change(lease.id(), Map.of(LEASE.RECEIVED_BY, actor.name()));
    }

    /// Its last day moves forward; until then the nodes stay with the firm and are charged.
    private void shorten(LeaseView lease) {
        require(lease, LeaseState.ACTIVE);
        var last = earliestEnd(lease);
        if (!last.isBefore(lease.endsOn())) {
            throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_NOT_SHORTER, "day", lease.endsOn()));
        }
        store.change(lease.id(), Map.of(LEASE.ENDS_ON, last));
    }

    /// After the notice, and not before the length of term that gave the price.
    LocalDate earliestEnd(LeaseView lease) {
        var afterNotice = clock.today().plusDays(NOTICE_DAYS);
        var afterStep = lease.startsOn().plusDays(lease.terms().daysMin() - 1L);
        return afterNotice.isAfter(afterStep) ? afterNotice : afterStep;
    }

    /// Bills what is not billed yet, frees what is held, and gives the nodes back.
    void end(LeaseView lease, LeaseEnd kind, LocalDate lastDay, String reason) {
        if (!lease.state().allows(LeaseState.ENDED)) {
            throw notNow(lease);
        }
        for (var period : store.periods(lease.id())) {
            if (!period.isSettled()) {
                money.settle(lease, period, lastDay.isBefore(period.lastDay()) ? lastDay : period.lastDay());
            }
        }
        store.move(
                lease,
                LeaseState.ENDED,
                Map.of(
                        LEASE.END_KIND, kind.name(),
                        LEASE.ENDED_ON, clock.today(),
                        LEASE.END_REASON, reason));
    }

    private static void require(LeaseView lease, LeaseState state) {
        if (lease.state() != state) {
            throw notNow(lease);
        }
    }

    static RefusedException notNow(LeaseView lease) {
        return new RefusedException(
                Refusal.of(ComputeRefusal.LEASE_NOT_NOW, "state", lease.state().name()));
    }
}
