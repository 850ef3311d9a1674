// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.together;

import org.jspecify.annotations.Nullable;

/// Why a claim brings less than it comes to by itself (扣减事由).
///
/// @param rulePolicy the policy whose clause says so; null when no clause is needed
/// @param clause the clause
/// @param against the other policy, where one is meant
/// @param fen how much it takes off; above zero
public record Cut(
        Kind kind,
        @Nullable String rulePolicy,
        @Nullable String clause,
        @Nullable String against,
        long fen) {

    public enum Kind {
        /// Had already this year.
        HAD,
        /// Cannot be had together with another (不重复享受).
        NOT_BOTH,
        /// Of a group only the higher counts (就高).
        TAKE_HIGHER,
        /// The cap of the firm and year is reached (年度上限).
        YEARLY_CAP,
        /// The yearly pool holds no more (资金池).
        POOL,
        /// Another combination brings more.
        NOT_CHOSEN
    }
}
