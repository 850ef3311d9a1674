// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.JobId;
import io.atrium.compute.Metering;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.store.BillStore;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Ids;
import io.atrium.kernel.clock.BusinessClock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What leases do to money: each period is held before it begins and billed when it is over, through the same doors as
/// a job. GPU time comes out of the fleet, not out of the firm's quota: it is not shared with anybody.
@Component
class LeaseMoney {

    private final LeaseStore store;
    private final JobAccounts accounts;
    private final BillStore bills;
    private final Ids ids;
    private final BusinessClock clock;

    LeaseMoney(LeaseStore store, JobAccounts accounts, BillStore bills, Ids ids, BusinessClock clock) {
        this.store = store;
        this.accounts = accounts;
        this.bills = bills;
        this.ids = ids;
        this.clock = clock;
    }

    /// Refused, as when the credit line cannot bear it: throws.
    @Transactional(propagation = Propagation.MANDATORY)
    public LeasePeriod hold(LeaseView lease, int number, LocalDate firstDay, boolean withVoucher) {
        var days = lease.terms().daysOf(number);
        var price = new Metering(lease.terms().gpuTime(days), lease.terms().price(days));
        var held = accounts.hold(parties(lease, number), price, withVoucher);
        var period = new LeasePeriod(number, firstDay, firstDay.plusDays(days - 1L), held, false);
        store.insert(lease.id(), period);
        return period;
    }

    /// Charges the days that were had, frees the rest, and writes the bill. Days that were not had cost nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(LeaseView lease, LeasePeriod period, LocalDate lastDay) {
        var days = Math.max(0, LeaseTerms.days(period.firstDay(), lastDay));
        var used = days == 0
                ? Metering.NOTHING
                : new Metering(lease.terms().gpuTime(days), lease.terms().price(days));
        var paid = accounts.settle(parties(lease, period.number()), period.held(), used);
        store.settled(lease.id(), period.number());
        if (days == 0) {
            return;
        }
        bills.insert(new BillView(
                new BillId(ids.next(BillId.PREFIX)),
                new BillView.Subject(null, lease.id().value(), period.number()),
                lease.thing().name(),
                lease.firm(),
                lease.provider(),
                lease.thing().pool(),
                clock.instant(),
                used.gpuTime(),
                lease.terms().pricePerGpuHour(),
                used.listPrice(),
                paid.voucher(),
                paid.voucherPart(),
                paid.ownPart(),
                0,
                used.listPrice(),
                false,
                GpuShare.WHOLE));
    }

    private static Parties parties(LeaseView lease, int number) {
        return Parties.ofLease(new JobId(lease.id().period(number)), lease.firm(), lease.provider());
    }
}
