// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// How a voucher turns into money. The three must not be confused.
public enum PaymentMode {
    /// The firm pays in full, then redeems (先付后兑).
    PAY_THEN_REDEEM,
    /// The voucher lowers the bill, the supplier claims the difference (抵扣).
    DEDUCT_AT_SETTLEMENT,
    /// The firm uses first and pays its own share at the end of the period (先用后付).
    USE_THEN_PAY,
    /// No money moves, for example a title.
    NO_PAYMENT,
    /// The text seen does not say.
    NOT_STATED
}
