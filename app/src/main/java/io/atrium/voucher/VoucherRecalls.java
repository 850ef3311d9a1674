// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.engine.ledger.Asset;
import io.atrium.identity.Audit;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.VoucherState.Change;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Vouchers that are taken back (追回): what is unused returns to the budget, what jobs were paid becomes a claim on the
/// firm. A job that still holds something is settled as usual; what it is paid is claimed then.
@Component
class VoucherRecalls {

    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final VoucherLives lives;
    private final Ledger ledger;
    private final Audit audit;
    private final BusinessClock clock;

    VoucherRecalls(
            VoucherRows vouchers,
            VoucherUseRows uses,
            VoucherLives lives,
            Ledger ledger,
            Audit audit,
            BusinessClock clock) {
        this.vouchers = vouchers;
        this.uses = uses;
        this.lives = lives;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /// A voucher that was recalled before stays as it is.
    void recall(RecallVoucher command) {
        var voucher = vouchers.lock(command.voucher());
        if (!voucher.state().allows(Change.RECALLED)) {
            return;
        }
        var now = clock.instant();
        vouchers.saveState(voucher.changed(Change.RECALLED));
        var returned = lives.giveBack(voucher, "recall", VoucherLives.RECALL, now);
        var paid = uses.paidBy(List.of(voucher.id())).getOrDefault(voucher.id().value(), Fen.ZERO);
        claim(voucher, "claim", paid, now);
        audit.record(
                command.by(),
                "voucher.recalled",
                voucher.id().value(),
                Map.of("returned_fen", returned.value(), "claimed_fen", paid.value()));
    }

    /// What a job was paid after its voucher had been taken back.
    void afterSettlement(Voucher voucher, String job, Fen paid, Instant now) {
        if (voucher.state() == VoucherState.RECALLED) {
            claim(voucher, "claim/" + job, paid, now);
        }
    }

    /// What a correction changed of what a job was paid changes the claim as well.
    void afterCorrection(Voucher voucher, String correction, Fen difference, Instant now) {
        if (voucher.state() != VoucherState.RECALLED) {
            return;
        }
        if (difference.isNegative()) {
            ledger.postSurely(List.of(Posting.move(
                    TransferIds.of(voucher.id().value(), "claim/" + correction),
                    owed(voucher),
                    claims(voucher),
                    difference.negated().value(),
                    "VOUCHER_CLAIM",
                    voucher.id().value(),
                    now)));
        } else {
            claim(voucher, "claim/" + correction, difference, now);
        }
    }

    /// What the firm owes for this voucher stands on an account of its own, against the policy's claims.
    private void claim(Voucher voucher, String part, Fen amount, Instant now) {
        if (!amount.isPositive()) {
            return;
        }
        ledger.open(OpenAccount.free(claims(voucher), null));
        ledger.open(OpenAccount.free(owed(voucher), voucher.firm()));
        ledger.postSurely(List.of(Posting.move(
                TransferIds.of(voucher.id().value(), part),
                claims(voucher),
                owed(voucher),
                amount.value(),
                "VOUCHER_CLAIM",
                voucher.id().value(),
                now)));
    }

    private static AccountCode claims(Voucher voucher) {
        return AccountCode.of(Asset.CNY_FEN, "policy", voucher.policy(), "claims");
    }

    private static AccountCode owed(Voucher voucher) {
        return AccountCode.of(Asset.CNY_FEN, "voucher", voucher.id().value(), "claim");
    }
}
