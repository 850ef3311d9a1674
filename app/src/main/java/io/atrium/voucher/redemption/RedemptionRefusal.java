// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RefusalCode;

/// Why redemptions are refused, in order of precedence.
public enum RedemptionRefusal implements RefusalCode {
    /// The voucher stands in for part of the price of jobs: there is nothing to redeem.
    REDEMPTION_OTHER_MODE(Kind.RULE),
    /// Used up, expired or taken back.
    REDEMPTION_VOUCHER_ENDED(Kind.RULE),
    REDEMPTION_NO_DEPARTMENT(Kind.RULE),
    REDEMPTION_BILLS_COUNT(Kind.RULE),
    /// A voucher or somebody else paid all of it.
    REDEMPTION_BILL_NOT_PAID(Kind.RULE),
    REDEMPTION_BILL_OWED(Kind.RULE),
    REDEMPTION_PARTIES_RELATED(Kind.RULE),
    REDEMPTION_BILL_BEFORE_VOUCHER(Kind.RULE),
    REDEMPTION_BILL_AFTER_VALIDITY(Kind.RULE),
    /// In another redemption, whatever the voucher.
    REDEMPTION_BILL_TAKEN(Kind.CONFLICT),
    REDEMPTION_NOTHING_LEFT(Kind.RULE),
    REDEMPTION_NOT_NOW(Kind.CONFLICT),
    REDEMPTION_RETURNED_BEFORE(Kind.RULE),
    REDEMPTION_WORDS_MISSING(Kind.RULE),
    /// Taken back with its grant while the redemption waited.
    REDEMPTION_VOUCHER_RECALLED(Kind.CONFLICT);

    private final Kind kind;

    RedemptionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
