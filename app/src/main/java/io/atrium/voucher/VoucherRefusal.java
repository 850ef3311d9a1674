// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.RefusalCode;

/// Why vouchers are refused, in order of precedence.
public enum VoucherRefusal implements RefusalCode {
    VOUCHER_AMOUNT_NOT_POSITIVE(Kind.RULE),
    VOUCHER_RATE_ZERO(Kind.RULE),
    /// The last day of validity lies before today.
    VOUCHER_VALIDITY_IN_PAST(Kind.RULE),
    /// Another voucher was issued for the same grant with other terms.
    VOUCHER_ALREADY_ISSUED(Kind.CONFLICT),
    /// The policy's budget has less left than the voucher is worth.
    BUDGET_EXHAUSTED(Kind.RULE),
    /// A job without a price needs no voucher.
    LIST_PRICE_NOT_POSITIVE(Kind.RULE);

    private final Kind kind;

    VoucherRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
