// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.ledger.AccountCode;

/// Sets aside what a voucher may pay back (兑付冻结), until the department has decided.
///
/// @param redemption its id, under which the voucher keeps it
/// @param base the bills of which a share is paid back
/// @param to the account that the bills were paid from
public record ReserveForRedemption(String redemption, VoucherId voucher, Fen base, Fen amount, AccountCode to) {}
