// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.IssueOutcome.Issued;
import io.atrium.voucher.VoucherState.Change;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.events.VoucherExpired;
import io.atrium.voucher.events.VoucherIssued;
import io.atrium.voucher.store.VoucherRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// How vouchers begin and end: money comes from a policy's budget, and what is left goes back there.
@Component
class VoucherLives {
    static final String RECALL = "VOUCHER_RECALL";
    private static final String EXPIRY = "VOUCHER_EXPIRY";

    private final VoucherRows vouchers;
    private final Ledger ledger;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Ids ids;

    VoucherLives(
            VoucherRows vouchers,
            Ledger ledger,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Ids ids) {
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    IssueOutcome issue(IssueVoucher command) {
        var refusal = IssueRules.check(
                command, clock.today(), vouchers.ofGrant(command.grant()).isPresent());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var voucher = IssueRules.voucher(command, new VoucherId(ids.next(VoucherId.PREFIX)), clock.instant());
        ledger.open(OpenAccount.noOverdraft(voucher.id().account(), 0, voucher.firm()));
        if (ledger.post(List.of(fund(voucher))) instanceof PostOutcome.Refused) {
            var left = new Fen(ledger.balances(voucher.budget()).available());
            return new IssueOutcome.Refused(
                    VoucherRefusal.BUDGET_EXHAUSTED,
                    Map.of("wanted", voucher.amount().toString(), "left", left.toString()));
        }
        vouchers.insert(voucher);
        audit.record(
                command.by(),
                "voucher.issued",
                voucher.id().value(),
                Map.of(
                        "grant",
                        voucher.grant(),
                        "firm",
                        voucher.firm().value(),
                        "amount_fen",
                        voucher.amount().value()));
        events.publishEvent(new VoucherIssued(
                voucher.id(), voucher.firm(), voucher.policy(), voucher.amount(), voucher.issuedAt()));
        return new Issued(voucher.id());
    }

    private static Posting fund(Voucher voucher) {
        return Posting.move(
                TransferIds.of(voucher.id().value(), "issue"),
                voucher.budget(),
                voucher.id().account(),
                voucher.amount().value(),
                "VOUCHER_ISSUE",
                voucher.grant(),
                voucher.issuedAt());
    }

    boolean expire(VoucherId id) {
        var voucher = vouchers.lock(id);
        if (!voucher.hasEndedBy(clock.today())) {
            return false;
        }
        var now = clock.instant();
        vouchers.saveState(voucher.changed(Change.VALIDITY_ENDED));
        var returned = giveBack(voucher, "expiry", EXPIRY, now);
        audit.record(
                SystemActors.of("voucher"), "voucher.expired", id.value(), Map.of("returned_fen", returned.value()));
        events.publishEvent(new VoucherExpired(id, returned, now));
        return true;
    }

    /// A voucher with nothing left is used up; one that has ended meanwhile gives back what came free.
    void afterSettlement(Voucher voucher, String job, Fen remaining, Instant now) {
        if (voucher.state() == VoucherState.EXPIRED) {
            giveBack(voucher, "expiry/" + job, EXPIRY, now);
        } else if (voucher.state() == VoucherState.RECALLED) {
            giveBack(voucher, "recall/" + job, RECALL, now);
        } else if (remaining.equals(Fen.ZERO) && voucher.state().allows(Change.SPENT_TO_ZERO)) {
            vouchers.saveState(voucher.changed(Change.SPENT_TO_ZERO));
        }
    }

    /// A correction may bring money back to a voucher that had nothing left: it pays again, or, when its last day is
    /// over, gives back what came.
    void afterCorrection(Voucher voucher, String correction, Instant now) {
        var balances = ledger.balances(voucher.id().account());
        var after = voucher;
        if (voucher.state() == VoucherState.USED_UP && balances.posted() > 0) {
            after = voucher.changed(Change.REFUNDED);
            if (after.hasEndedBy(clock.today())) {
                after = after.changed(Change.VALIDITY_ENDED);
            }
            vouchers.saveState(after);
        }
        afterSettlement(after, correction, new Fen(balances.posted()), now);
    }

    /// Returns what no job has set aside to the budget, by a new entry.
    Fen giveBack(Voucher voucher, String part, String purpose, Instant now) {
        var rest = new Fen(ledger.balances(voucher.id().account()).available());
        if (rest.isPositive()) {
            ledger.postSurely(List.of(Posting.move(
                    TransferIds.of(voucher.id().value(), part),
                    voucher.id().account(),
                    voucher.budget(),
                    rest.value(),
                    purpose,
                    voucher.id().value(),
                    now)));
        }
        return rest;
    }
}
