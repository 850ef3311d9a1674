// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;

/// A voucher as it is shown. Issued amount = paid + held + available + what went back to the budget.
public record VoucherView(
        VoucherId id,
        OrgId firm,
        String policy,
        String grant,
        String scope,
        PaymentMode mode,
        BasisPoints rate,
        Fen amount,
        Fen paid,
        Fen held,
        Fen available,
        LocalDate validUntil,
        Instant issuedAt,
        VoucherState state) {}
