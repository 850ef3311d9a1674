// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// One piece of policy. Its class name is an imperative phrase that reads well in a list; its doc comment draws it.
public sealed interface Rule
        permits AdmissionRule,
                BackfillOnlyBeforeReservation,
                EstimateRule,
                BorrowOnlyIfInterruptible,
                CountAsBorrowedBeyondQuota,
                HoldBackOverQuota,
                LendOnlyWhatNobodyWaitsFor,
                NodeRule,
                PlacementRule,
                PoolRule,
                ReasonRule,
                RemedyRule,
                ReplayRule,
                RoomRule,
                ServeCloseDateFirst,
                SpotRule,
                TakeOffFewPerRound,
                TakeOffRule,
                TurnRule,
                VictimRule {
    /// The name under which the catalogue and the reference page list the rule.
    default String name() {
        return getClass().getSimpleName();
    }
}
