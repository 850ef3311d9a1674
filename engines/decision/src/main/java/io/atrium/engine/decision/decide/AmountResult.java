// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.LocalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The amount and how it came about.
///
/// @param amountFen whole fen, floored; null when it cannot be told
/// @param assumption what is assumed, in words
public record AmountResult(
        AmountRule.Kind kind,
        @Nullable Long amountFen,
        List<Step> steps,
        @Nullable LocalText assumption) {

    private static final int FEN_DIGITS = 2;

    /// The amount in yuan, where it can be told.
    public Optional<BigDecimal> yuan() {
        return Optional.ofNullable(amountFen).map(fen -> BigDecimal.valueOf(fen, FEN_DIGITS));
    }

    /// @param value plain decimal; yuan for `CNY`, a share for `RATIO`; null when it cannot be computed
    public record Step(
            String id,
            AmountRule.Role role,
            LocalText label,
            @Nullable String value,
            AmountRule.Unit unit,
            String clause) {}
}
