// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.domain.Split;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.domain.VoucherUse;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What jobs took from vouchers, when their bill is corrected (冲正重算): all that was paid comes back first, then the
/// right part is paid. Never more than was held at submission: what lies beyond may have been promised to others.
@Component
class JobCorrections {

    private static final String REVERSAL = "JOB_VOUCHER_REVERSAL";
    private static final String CORRECTION = "JOB_VOUCHER_CORRECTION";

    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final VoucherLives lives;
    private final VoucherRecalls recalls;
    private final Ledger ledger;
    private final Audit audit;
    private final BusinessClock clock;

    JobCorrections(
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

    SettleOutcome correct(CorrectJob command) {
        var use = uses.lock(command.jobId())
                .orElseThrow(() -> new IllegalStateException("nothing was held for " + command.jobId()));
        var before = use.settled();
        if (before == null) {
            throw new IllegalStateException("not settled yet: " + command.jobId());
        }
        var source = use.source();
        var paid = source == null ? Fen.ZERO : payAnew(command, use, source, before.paid());
        uses.saveSettled(use, new VoucherUse.Settled(command.listPrice(), paid, before.at()));
        return new SettleOutcome.Settled(paid, command.listPrice().minus(paid));
    }

    private Fen payAnew(CorrectJob command, VoucherUse use, VoucherUse.Source source, Fen before) {
        var voucher = vouchers.lock(source.voucher());
        var now = clock.instant();
        giveBack(command, voucher, before, now);
        var most = use.held().min(available(voucher));
        var paid = Split.of(command.listPrice(), voucher.rate(), most).voucherPart();
        pay(command, voucher, paid, now);
        audit.record(
                SystemActors.of("voucher"),
                "voucher.corrected",
                voucher.id().value(),
                Map.of("job", use.job(), "before_fen", before.value(), "paid_fen", paid.value()));
        lives.afterCorrection(voucher, command.key().value(), now);
        recalls.afterCorrection(voucher, command.key().value(), paid.minus(before), now);
        return paid;
    }

    private Fen available(Voucher voucher) {
        return new Fen(ledger.balances(voucher.id().account()).available());
    }

    private void giveBack(CorrectJob command, Voucher voucher, Fen amount, Instant now) {
        if (amount.isPositive()) {
            ledger.postSurely(List.of(Posting.move(
                    TransferIds.of(command.key(), "voucher-reversal"),
                    command.receivable(),
                    voucher.id().account(),
                    amount.value(),
                    REVERSAL,
                    command.jobId(),
                    now)));
        }
    }

    private void pay(CorrectJob command, Voucher voucher, Fen amount, Instant now) {
        if (amount.isPositive()) {
            ledger.postSurely(List.of(Posting.move(
                    TransferIds.of(command.key(), "voucher-correction"),
                    voucher.id().account(),
                    command.receivable(),
                    amount.value(),
                    CORRECTION,
                    command.jobId(),
                    now)));
        }
    }
}
