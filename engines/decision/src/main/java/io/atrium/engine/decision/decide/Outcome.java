// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

/// What a policy comes to for one firm on one day.
public enum Outcome {
    /// Every condition holds; an amount, where there is one, is exact.
    ENTITLED,
    /// As far as data can tell the conditions hold; a person must review, and may grant at most the amount shown.
    CEILING,
    /// As far as data can tell the conditions hold; a person must review, and no text tells the amount.
    REVIEW,
    /// At least one condition surely does not hold.
    NOT_YET,
    /// It rests on a fact that is missing.
    UNKNOWN,
    /// The text is no law today: a draft, expired, superseded or outside its period. It never grants.
    NOT_IN_FORCE
}
