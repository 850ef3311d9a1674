// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A redemption (兑付申请) as firm and department see it.
///
/// @param held what of the voucher was set aside for it; the most that it can be paid
/// @param returned null if it was never returned
/// @param end null while it is open
public record RedemptionView(
        RedemptionId id,
        VoucherId voucher,
        OrgId firm,
        OrgId department,
        RedemptionState state,
        Submitted submitted,
        Fen held,
        @Nullable Returned returned,
        @Nullable End end,
        List<Line> lines) {

    /// @param decideBy when the department answers; counted anew after it was mended
    public record Submitted(String by, Instant at, Instant decideBy) {}

    public record Returned(String reason, Instant mendBy) {}

    public record End(String by, Instant at, String clause, String reason) {}

    /// One bill.
    ///
    /// @param amount what the firm had paid of it when this was last looked at
    /// @param paid what was paid back, as it stands after corrections
    public record Line(
            String bill,
            String name,
            OrgId supplier,
            LocalDate billedOn,
            Fen amount,
            Fen asked,
            LineState state,
            Fen paid) {}

    public enum LineState {
        ASKED,
        ACCEPTED,
        REFUSED,
        /// The redemption was withdrawn or lapsed.
        FREED
    }

    public Fen base() {
        return lines.stream().map(Line::amount).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen asked() {
        return lines.stream().map(Line::asked).reduce(Fen.ZERO, Fen::plus);
    }

    public Fen paid() {
        return lines.stream().map(Line::paid).reduce(Fen.ZERO, Fen::plus);
    }
}
