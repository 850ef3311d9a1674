// SPDX-License-Identifier: Apache-2.0
/// Pay later, to its end (先用后付): what a firm used on its credit line becomes a bill each month, is paid, reminded of
/// when it is not, and in the end reduces the line for new work until it is paid.
///
/// Start at [io.atrium.compute.credit.CreditBills]; what happens by itself stands in
/// [io.atrium.compute.credit.CreditDays]. What a firm owes stands in the ledger and nowhere else: a bill is a
/// stretch of the firm's own account, and a payment is a transfer into it. How much of a reduced line may still be
/// held is decided by [io.atrium.compute.account.CreditLines], where holds are made.
@NullMarked
package io.atrium.compute.credit;

import org.jspecify.annotations.NullMarked;
