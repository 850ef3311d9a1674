// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.Fen;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money that came in for a bill (回款).
///
/// @param takenBack null while it counts
public record CreditPaymentView(
        CreditPaymentId id,
        CreditBillId bill,
        Fen amount,
        LocalDate paidOn,
        String bankReference,
        String recordedBy,
        Instant recordedAt,
        @Nullable TakenBack takenBack) {

    /// It was recorded by mistake.
    public record TakenBack(String by, Instant at, String reason) {}

    public boolean counts() {
        return takenBack == null;
    }
}
