// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.ledger.AccountCode;

/// A bill that was redeemed has become lower: the voucher gets its share of the difference back.
///
/// @param correction what caused it, once for each bill
/// @param from the account that was paid
public record TakeRedemptionBack(String redemption, String correction, Fen amount, AccountCode from) {}
