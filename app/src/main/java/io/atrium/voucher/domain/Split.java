// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.domain;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;

/// How a price is shared between voucher and firm (分摊). The voucher's part is rounded down and never more than the
/// voucher can give; the firm's own part is the rest, so both sum to the price.
///
/// ```
/// price 100.01, rate 50 %, voucher has 30.00   ->  voucher 30.00, own 70.01
/// price 100.01, rate 50 %, voucher has 80.00   ->  voucher 50.00, own 50.01
/// ```
public record Split(Fen voucherPart, Fen ownPart) {

    /// The firm pays all of it.
    public static Split withoutVoucher(Fen price) {
        return new Split(Fen.ZERO, price);
    }

    /// @param most what the voucher can give: what is available before a hold, what is held at settlement
    public static Split of(Fen price, BasisPoints rate, Fen most) {
        if (price.isNegative() || most.isNegative()) {
            throw new IllegalArgumentException("negative: price %s, most %s".formatted(price, most));
        }
        var voucherPart = price.share(rate).min(most);
        return new Split(voucherPart, price.minus(voucherPart));
    }
}
