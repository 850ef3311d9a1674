// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.web.text.Text;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a quote says of vouchers that are redeemed after payment (先付后兑): they take nothing off the price, and pay a
/// share of the bill back.
@Component
class RedeemedLater {

    private static final int VOUCHERS_MAX = 200;

    private final Vouchers vouchers;

    RedeemedLater(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    /// Empty for a firm that holds none.
    Optional<String> words(Actor actor, Text t) {
        var own = new Scope.Own(actor.organisation());
        var left = vouchers.list(own, new VoucherFilter(null, VoucherState.ACTIVE), 0, VOUCHERS_MAX).stream()
                .filter(voucher -> voucher.mode() == PaymentMode.PAY_THEN_REDEEM)
                .map(VoucherView::available)
                .reduce(Fen.ZERO, Fen::plus);
        return left.isPositive() ? Optional.of(t.of("compute.estimate.redeemed-later", left)) : Optional.empty();
    }
}
