// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which bills a voucher pays back, and how much of them; pure.
public final class RedemptionRules {

    private RedemptionRules() {}

    /// Why nothing can be redeemed with a voucher now.
    public static Optional<RedemptionRefusal> obstacle(VoucherView voucher) {
        if (voucher.mode() != PaymentMode.PAY_THEN_REDEEM) {
            return Optional.of(RedemptionRefusal.REDEMPTION_OTHER_MODE);
        }
        return voucher.state() == VoucherState.ACTIVE
                ? Optional.empty()
                : Optional.of(RedemptionRefusal.REDEMPTION_VOUCHER_ENDED);
    }

    /// Why a bill is not paid back. Its day lies between the issue of the voucher and its last day, both included.
    public static Optional<RedemptionRefusal> obstacle(VoucherView voucher, PaidBill bill, boolean isTaken) {
        if (!bill.paid().isPositive()) {
            return Optional.of(RedemptionRefusal.REDEMPTION_BILL_NOT_PAID);
        }
        if (bill.isOwed()) {
            return Optional.of(RedemptionRefusal.REDEMPTION_BILL_OWED);
        }
        if (!bill.mayUseVouchers()) {
            return Optional.of(RedemptionRefusal.REDEMPTION_PARTIES_RELATED);
        }
        var issuedOn = voucher.issuedAt().atZone(BusinessClock.ZONE).toLocalDate();
        if (bill.billedOn().isBefore(issuedOn)) {
            return Optional.of(RedemptionRefusal.REDEMPTION_BILL_BEFORE_VOUCHER);
        }
        if (bill.billedOn().isAfter(voucher.validUntil())) {
            return Optional.of(RedemptionRefusal.REDEMPTION_BILL_AFTER_VALIDITY);
        }
        return isTaken ? Optional.of(RedemptionRefusal.REDEMPTION_BILL_TAKEN) : Optional.empty();
    }

    /// The share of each bill, rounded down to the fen, one after the other as far as the voucher goes.
    public static List<Fen> shares(BasisPoints rate, List<Fen> paid, Fen most) {
        var shares = new ArrayList<Fen>();
        var left = most;
        for (var amount : paid) {
            var share = amount.share(rate).min(left);
            shares.add(share);
            left = left.minus(share);
        }
        return shares;
    }
}
