// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.decide.Decision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a decision says anything new: the day on which it was taken alone is no news.
public final class SameAnswer {

    private SameAnswer() {}

    public static boolean test(@Nullable Decision earlier, Decision later) {
        return earlier != null && dayless(earlier).equals(dayless(later));
    }

    private static Decision dayless(Decision decision) {
        return new Decision(
                decision.policy(),
                decision.version(),
                LocalDate.EPOCH,
                decision.outcome(),
                decision.notes(),
                decision.conditions(),
                decision.amount(),
                decision.missingFacts(),
                decision.nearest());
    }
}
