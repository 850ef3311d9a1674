// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.Leases;
import io.atrium.compute.store.BillStore;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.voucher.redemption.PaidBill;
import io.atrium.voucher.redemption.PaidBills;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The bills of jobs and leases for whoever redeems a voucher. They are charged to the firm's own account when they are
/// issued, and are paid once that account owes nothing or the monthly bill that they stand on is paid in full.
@Component
class PaidBillsOfCompute implements PaidBills {

    private final BillStore bills;
    private final Leases leases;
    private final JobAccounts accounts;
    private final CreditBillStore months;
    private final Ledger ledger;

    PaidBillsOfCompute(BillStore bills, Leases leases, JobAccounts accounts, CreditBillStore months, Ledger ledger) {
        this.months = months;
        this.ledger = ledger;
        this.bills = bills;
        this.leases = leases;
        this.accounts = accounts;
    }

    @Override
    public List<PaidBill> newest(OrgId firm, int limit) {
        var paidBefore = paidBefore(firm);
        return bills.list(BillStore.ofFirm(new Scope.Own(firm)), 0, limit).stream()
                .map(bill -> paid(bill, paidBefore))
                .toList();
    }

    @Override
    public Optional<PaidBill> lock(OrgId firm, String bill) {
        return bills.lock(BillStore.ofFirm(new Scope.Own(firm)), new BillId(bill))
                .map(found -> paid(found, paidBefore(firm)));
    }

    @Override
    public AccountCode paidFrom(OrgId firm) {
        accounts.purse(firm);
        return JobAccounts.own(firm);
    }

    /// The first day whose bills the firm may still owe.
    private LocalDate paidBefore(OrgId firm) {
        boolean isInDebt = ledger.find(new Scope.All(), JobAccounts.own(firm))
                .filter(account -> account.balances().posted() < 0)
                .isPresent();
        if (!isInDebt) {
            return LocalDate.MAX;
        }
        return months.open(firm).stream()
                .findFirst()
                .map(oldest -> oldest.month().atDay(1))
                .or(() ->
                        months.last(firm).map(last -> last.month().plusMonths(1).atDay(1)))
                .orElse(LocalDate.MIN);
    }

    private PaidBill paid(BillView bill, LocalDate paidBefore) {
        var billedOn = bill.issuedAt().atZone(BusinessClock.ZONE).toLocalDate();
        return new PaidBill(
                bill.id().value(),
                bill.jobName(),
                bill.provider(),
                billedOn,
                bill.listPrice(),
                bill.ownPart(),
                !billedOn.isBefore(paidBefore),
                mayUseVouchers(bill));
    }

    /// A job is ordered in the community, from nobody related; a lease says it in its contract.
    private boolean mayUseVouchers(BillView bill) {
        var lease = bill.subject().lease();
        return lease == null
                || leases.find(new Scope.All(), new LeaseId(lease))
                        .map(LeaseView::mayUseVouchers)
                        .orElse(false);
    }
}
