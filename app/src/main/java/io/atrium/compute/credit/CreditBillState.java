// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

/// How a monthly bill stands (账单状态); it follows from what is left of it and from the day.
///
/// ```
/// DUE ──paid in full──────────────────────> PAID
///  └──day passed──> OVERDUE ──paid in full──> PAID
///                     └──so many working days──> DEFAULTED ──paid in full──> PAID
/// ```
public enum CreditBillState {
    DUE,
    OVERDUE,
    /// Overdue for so long that the credit line is reduced (逾期违约).
    DEFAULTED,
    PAID
}
