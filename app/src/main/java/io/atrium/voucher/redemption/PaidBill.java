// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.LocalDate;

/// A bill as a redemption sees it (可兑付账单).
///
/// @param paid the firm's own part; what another voucher paid is not paid back again
/// @param isOwed the own part is charged, and the firm has not paid it yet
/// @param mayUseVouchers false for a contract between related parties, or about more than compute
public record PaidBill(
        String id,
        String name,
        OrgId supplier,
        LocalDate billedOn,
        Fen listPrice,
        Fen paid,
        boolean isOwed,
        boolean mayUseVouchers) {}
