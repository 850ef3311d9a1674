// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.policy.ProcessBefore;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a policy costs a firm, before and now (高效办成一件事). What was before is declared in its package; what is now is
/// measured on the cases that were decided here, each figure the median over them.
///
/// @param before null where the package names nothing
/// @param now null while no case was decided
public record ProcessMetric(
        PublishedPolicy policy,
        @Nullable ProcessBefore before,
        @Nullable Measured now) {

    /// Fewer cases say too much about single firms to be shown to everybody.
    public static final int CASES_FOR_EVERYBODY_MIN = 3;

    /// @param daysToDecision working days from the submission (or the list) to the decision
    /// @param daysToPayment working days from there to voucher, payment or title; null while nothing was fulfilled
    public record Measured(
            int cases,
            BigDecimal steps,
            BigDecimal daysToDecision,
            @Nullable BigDecimal daysToPayment,
            BigDecimal uploaded,
            BigDecimal kept) {}

    public boolean isWorthShowing() {
        return before != null || now != null;
    }

    /// The same as everybody may see it.
    public ProcessMetric forEverybody() {
        return now == null || now.cases() >= CASES_FOR_EVERYBODY_MIN ? this : new ProcessMetric(policy, before, null);
    }
}
