// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.store.BillStore;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.voucher.redemption.PaidBill;
import io.atrium.voucher.redemption.PaidBills;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The bills of jobs and leases for whoever redeems a voucher: paid from the firm's own account when they were issued.
@Component
class PaidBillsOfCompute implements PaidBills {

    private final BillStore bills;
    private final Leases leases;
    private final JobAccounts accounts;

    PaidBillsOfCompute(BillStore bills, Leases leases, JobAccounts accounts) {
        this.bills = bills;
        this.leases = leases;
        this.accounts = accounts;
    }

    @Override
    public List<PaidBill> newest(OrgId firm, int limit) {
        return bills.list(BillStore.ofFirm(new Scope.Own(firm)), 0, limit).stream()
                .map(this::paid)
                .toList();
    }

    @Override
    public Optional<PaidBill> lock(OrgId firm, String bill) {
        return bills.lock(BillStore.ofFirm(new Scope.Own(firm)), new BillId(bill))
                .map(this::paid);
    }

    @Override
    public AccountCode paidFrom(OrgId firm) {
        accounts.purse(firm);
        return JobAccounts.own(firm);
    }

    private PaidBill paid(BillView bill) {
        return new PaidBill(
                bill.id().value(),
                bill.jobName(),
                bill.provider(),
                bill.issuedAt().atZone(BusinessClock.ZONE).toLocalDate(),
                bill.listPrice(),
                bill.ownPart(),
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
