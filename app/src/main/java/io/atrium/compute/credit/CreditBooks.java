// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.account.JobAccounts;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.EntryView;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What monthly bills read from the ledger, and what payments do to it. Money that came in goes from the community's
/// account at its bank, which therefore stands as far below zero as firms have paid, to the firm's own account.
@Component
class CreditBooks {

    /// Owner of the account that firms pay to.
    static final String BANK = "bank";

    private static final String PAYMENT = "CREDIT_PAYMENT";
    private static final String TAKEN_BACK = "CREDIT_PAYMENT_TAKEN_BACK";

    /// Entries that are read at once.
    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final BusinessClock clock;

    CreditBooks(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    static boolean isPayment(String purpose) {
        return purpose.equals(PAYMENT) || purpose.equals(TAKEN_BACK);
    }

    /// When the firm first used compute; empty if it never did.
    Optional<Instant> openedAt(OrgId firm) {
        return ledger.find(new Scope.All(), JobAccounts.own(firm)).map(account -> account.openedAt());
    }

    /// What happened to the own account from a position on, up to the first entry that was booked at an instant or
    /// later. An entry that was booked just before it and written just after belongs to the next stretch.
    Moved moved(OrgId firm, long after, Instant until) {
        var moved = new Moved(after, Fen.ZERO, Fen.ZERO);
        while (true) {
            var entries = ledger.moved(JobAccounts.own(firm), moved.through(), CHUNK);
            for (var entry : entries) {
                if (!entry.bookedAt().isBefore(until)) {
                    return moved;
                }
                moved = moved.with(entry);
            }
            if (entries.size() < CHUNK) {
                return moved;
            }
        }
    }

    /// What the sums of a stretch are.
    record Moved(long through, Fen used, Fen paid) {

        Moved with(EntryView entry) {
            var owedLess = new Fen(entry.posted());
            return isPayment(entry.purpose())
                    ? new Moved(entry.position(), used, paid.plus(owedLess))
                    : new Moved(entry.position(), used.minus(owedLess), paid);
        }
    }

    /// The lines of a stretch from a position on, oldest first.
    List<EntryView> lines(OrgId firm, long after, long through, int limit) {
        var lines = new ArrayList<EntryView>();
        for (var entry : ledger.moved(JobAccounts.own(firm), after, limit)) {
            if (entry.position() <= through) {
                lines.add(entry);
            }
        }
        return lines;
    }

    void pay(OrgId firm, CreditPaymentId payment, CreditBillId bill, Fen amount) {
        ledger.open(OpenAccount.free(received(), null));
        ledger.postSurely(List.of(Posting.move(
                TransferIds.of(payment.value(), "payment"),
                received(),
                JobAccounts.own(firm),
                amount.value(),
                PAYMENT,
                bill.value(),
                clock.instant())));
    }

    /// Refused when the firm has used meanwhile what the payment had freed.
    void takeBack(OrgId firm, CreditPaymentId payment, CreditBillId bill, Fen amount) {
        var posting = Posting.move(
                TransferIds.of(payment.value(), "taken-back"),
                JobAccounts.own(firm),
                received(),
                amount.value(),
                TAKEN_BACK,
                bill.value(),
                clock.instant());
        if (ledger.post(List.of(posting)) instanceof PostOutcome.Refused) {
            var left = new Fen(ledger.balances(JobAccounts.own(firm)).available());
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_PAYMENT_USED, "available", left));
        }
    }

    static AccountCode received() {
        return AccountCode.of(Asset.CNY_FEN, "community", BANK, "received");
    }
}
