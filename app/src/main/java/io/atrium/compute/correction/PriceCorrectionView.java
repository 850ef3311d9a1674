// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A price correction (价格更正): what was asked by mistake, what is right, and for which bills.
public record PriceCorrectionView(
        PriceCorrectionId id,
        OrgId provider,
        Wish wish,
        PriceCorrectionState state,
        Proposed proposed,
        Instant decideBy,
        @Nullable End end) {

    /// @param firstDay of the bills that are corrected, by their day of issue
    /// @param lastDay of these days; today's includes what is still running at the wrong price
    public record Wish(
            String pool, Fen wrongPrice, Fen rightPrice, LocalDate firstDay, LocalDate lastDay, String reason) {}

    public record Proposed(String by, PersonId person, Instant at) {}

    /// Who decided or took it back, when and why.
    public record End(String by, Instant at, String reason) {}
}
