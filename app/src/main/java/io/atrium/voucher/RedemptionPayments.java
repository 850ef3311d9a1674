// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.domain.VoucherUse;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// What redemptions take from vouchers: held at submission, paid or freed by the decision, taken back when a bill is
/// corrected. The hold outlives the voucher's validity: whoever handed in in time loses nothing by a slow decision.
@Component
class RedemptionPayments {

    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final VoucherLives lives;
    private final VoucherRecalls recalls;
    private final Ledger ledger;
    private final Audit audit;
    private final BusinessClock clock;

    RedemptionPayments(
            VoucherRows vouchers,
            VoucherUseRows uses,
            VoucherLives lives,
            VoucherRecalls recalls,
            Ledger ledger,
            Audit audit,
            BusinessClock clock) {
        this.vouchers = vouchers;
        this.uses = uses;
        this.lives = lives;
        this.recalls = recalls;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    void reserve(ReserveForRedemption command) {
        var voucher = vouchers.lock(command.voucher());
        var source = new VoucherUse.Source(voucher.id(), TransferIds.of(command.redemption(), "redemption-hold"));
        var now = clock.instant();
        uses.insert(new VoucherUse(
                command.redemption(), voucher.firm(), source, command.base(), command.amount(), now, null));
        ledger.postSurely(List.of(Posting.hold(
                source.holdTransfer(),
                voucher.id().account(),
                command.to(),
                command.amount().value(),
                "VOUCHER_REDEMPTION_HOLD",
                command.redemption(),
                now)));
    }

    /// @param paid nothing when it was rejected, withdrawn or left to lapse
    void settle(String redemption, Fen base, Fen paid) {
        var use = uses.lock(redemption).orElseThrow();
        if (use.settled() != null) {
            throw new IllegalStateException("settled before: " + redemption);
        }
        var source = Objects.requireNonNull(use.source());
        var voucher = vouchers.lock(source.voucher());
        var now = clock.instant();
        ledger.postSurely(List.of(ending(redemption, source, paid, now)));
        uses.saveSettled(use, new VoucherUse.Settled(base, paid, now));
        var left = new Fen(ledger.balances(voucher.id().account()).posted());
        audit.record(
                SystemActors.of("voucher"),
                "voucher.settled",
                voucher.id().value(),
                Map.of("redemption", redemption, "paid_fen", paid.value()));
        lives.afterSettlement(voucher, redemption, left, now);
        recalls.afterSettlement(voucher, redemption, paid, now);
    }

    private static Posting ending(String redemption, VoucherUse.Source source, Fen paid, Instant now) {
        var id = TransferIds.of(redemption, "redemption-end");
        return paid.isPositive()
                ? Posting.capture(id, source.holdTransfer(), paid.value(), "VOUCHER_REDEMPTION", redemption, now)
                : Posting.release(id, source.holdTransfer(), "VOUCHER_REDEMPTION_RELEASE", redemption, now);
    }

    void takeBack(TakeRedemptionBack command) {
        var use = uses.lock(command.redemption()).orElseThrow();
        var settled = Objects.requireNonNull(use.settled());
        var voucher = vouchers.lock(Objects.requireNonNull(use.source()).voucher());
        var now = clock.instant();
        ledger.postSurely(List.of(Posting.move(
                TransferIds.of(command.redemption(), command.correction()),
                command.from(),
                voucher.id().account(),
                command.amount().value(),
                "VOUCHER_REDEMPTION_REVERSAL",
                command.redemption(),
                now)));
        var paid = settled.paid().minus(command.amount());
        uses.saveSettled(use, new VoucherUse.Settled(settled.metered(), paid, settled.at()));
        audit.record(
                SystemActors.of("voucher"),
                "voucher.corrected",
                voucher.id().value(),
                Map.of(
                        "redemption",
                        command.redemption(),
                        "before_fen",
                        settled.paid().value(),
                        "paid_fen",
                        paid.value()));
        var cause = command.redemption() + "/" + command.correction();
        lives.afterCorrection(voucher, cause, now);
        recalls.afterCorrection(voucher, cause, command.amount().negated(), now);
    }
}
