// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.engine.ledger.Asset;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import io.atrium.voucher.IssueOutcome.Issued;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// A policy's budget with money in it, a provider to pay, and vouchers for firms, each new.
@TestComponent
public class VoucherFixtures {
    private final Vouchers vouchers;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;

    VoucherFixtures(Vouchers vouchers, Ledger ledger, BusinessClock clock, TransactionTemplate transactions) {
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// A voucher of 300.00 yuan that pays half of a price for 30 days.
    public VoucherId voucherOf(OrgId firm) {
        var scope = UUID.randomUUID().toString();
        var budget = budget(scope, 100_000);
        var issued = vouchers.issue(new IssueVoucher(
                new RequestKey("issue:" + scope),
                SystemActors.of("test"),
                "grt_" + scope,
                firm,
                "test-policy",
                budget,
                new Fen(30_000),
                new BasisPoints(5_000),
                PaymentMode.USE_THEN_PAY,
                clock.today().plusDays(30),
                "compute"));
        return ((Issued) issued).voucher();
    }

    /// A budget with this many fen in it.
    public AccountCode budget(String policy, long fen) {
        var treasury = AccountCode.of(Asset.CNY_FEN, "treasury", policy, "source");
        var budget = AccountCode.of(Asset.CNY_FEN, "policy", policy, "budget");
        ledger.open(OpenAccount.free(treasury, null));
        ledger.open(OpenAccount.noOverdraft(budget, 0, null));
        var appropriation =
                Posting.move(UUID.randomUUID(), treasury, budget, fen, "POLICY_APPROPRIATION", policy, clock.instant());
        transactions.executeWithoutResult(_ -> ledger.postSurely(List.of(appropriation)));
        return budget;
    }

    /// The account of a provider.
    public AccountCode receivable(String provider) {
        var code = AccountCode.of(Asset.CNY_FEN, "provider", provider, "receivable");
        ledger.open(OpenAccount.free(code, null));
        return code;
    }

    public void hold(OrgId firm, String job, long listPrice) {
        var command =
                new HoldForJob(new RequestKey("hold:" + job), firm, job, new Fen(listPrice), receivable("test"), null);
        transactions.executeWithoutResult(_ -> vouchers.hold(command));
    }

    public void settle(String job, long metered) {
        var command = new SettleJob(new RequestKey("settle:" + job), job, new Fen(metered));
        transactions.executeWithoutResult(_ -> vouchers.settle(command));
    }
}
