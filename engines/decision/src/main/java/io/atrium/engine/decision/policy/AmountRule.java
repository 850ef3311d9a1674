// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the amount of a policy comes about.
///
/// @param assumption what is assumed about rate or base, said on every page that shows the amount
public record AmountRule(
        Kind kind, List<Step> steps, @Nullable LocalText assumption) {

    public enum Kind {
        /// The benefit is not money.
        NONE,
        /// The text fixes the amount, or the package states an assumed rate and says so.
        EXACT,
        /// The text says "up to": what comes out is a ceiling, and a person decides.
        CEILING,
        /// There is an amount, but no text that was seen tells it.
        NOT_PUBLISHED
    }

    public enum Role {
        BASE,
        RATE,
        /// Base times rate.
        PRODUCT,
        CAP,
        /// What is left after the cap, in whole fen.
        AMOUNT
    }

    public enum Unit {
        CNY,
        RATIO
    }

    /// One line of the calculation, computed by a DMN decision.
    public record Step(String decision, Role role, LocalText label, Unit unit, String clause) {}
}
