// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.decide.Outcome;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which answers are wanted, across firms (判定筛选); null asks for all.
///
/// @param text part of the firm's name
/// @param isNear only those where a single condition fails
public record SurveyFilter(
        @Nullable PolicyId policy,
        @Nullable Outcome outcome,
        boolean isNear,
        @Nullable String text) {

    /// The word for near misses where an outcome may stand.
    public static final String NEAR = "NEAR";

    /// From the words of an address; what is not known filters nothing.
    public static SurveyFilter of(Optional<PolicyId> policy, String outcome, String text) {
        return new SurveyFilter(
                policy.orElse(null),
                Arrays.stream(Outcome.values())
                        .filter(known -> known.name().equals(outcome))
                        .findFirst()
                        .orElse(null),
                outcome.equals(NEAR),
                text.isBlank() ? null : text);
    }
}
