// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy comes to for one firm on one day, explained down to clause, condition, fact and amount.
///
/// @param notes remarks that must be shown, in a fixed order
/// @param amount null when the policy is not in force or some condition does not hold
/// @param missingFacts keys of the facts that are missing for a clear answer
/// @param nearest for NOT_YET: the smallest set of conditions that would have to change
public record Decision(
        String policy,
        String version,
        LocalDate asOf,
        Outcome outcome,
        List<DecisionNote> notes,
        ConditionResult conditions,
        @Nullable AmountResult amount,
        List<String> missingFacts,
        List<NearestChange> nearest) {}
