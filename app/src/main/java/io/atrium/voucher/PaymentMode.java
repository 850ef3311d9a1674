// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

/// How a voucher pays (兑付方式). Three modes that must not be confused.
public enum PaymentMode {
    /// 先付后兑: the firm pays the whole bill, then redeems.
    PAY_THEN_REDEEM,
    /// 抵扣: the voucher reduces the bill when it is settled.
    DEDUCT_AT_SETTLEMENT,
    /// 先用后付: the firm uses first and pays its own part later; the voucher pays its part at settlement.
    USE_THEN_PAY;

    /// Whether the voucher stands in for part of a job's price; else it has nothing to do with jobs.
    public boolean paysJobs() {
        return this != PAY_THEN_REDEEM;
    }
}
