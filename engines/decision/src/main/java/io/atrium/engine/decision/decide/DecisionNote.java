// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

/// Remarks that a page must show beside a decision.
public enum DecisionNote {
    TEXT_IS_DRAFT,
    TEXT_IS_EXPIRED,
    TEXT_IS_SUPERSEDED,
    /// Only secondary sources are known.
    TEXT_NOT_SEEN,
    TEXT_CUT_OFF,
    INVENTED_FOR_DEMO,
    PERIOD_NOT_BEGUN,
    PERIOD_ENDED,
    /// The period is over, but the version goes on holding for firms such as this one.
    KEPT_FOR_HOLDERS,
    /// A condition is used that the text does not state.
    CONDITION_ASSUMED,
    /// The amount rests on an assumption of the package.
    AMOUNT_ASSUMED,
    AMOUNT_NOT_PUBLISHED,
    NEEDS_REVIEW
}
