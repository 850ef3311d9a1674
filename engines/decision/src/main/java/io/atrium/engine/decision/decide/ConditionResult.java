// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.policy.LocalText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One node of the explanation: a condition, what is known about it, and why.
///
/// @param kind `ALL_OF`, `ANY_OF` or `LEAF`
/// @param clause the clause cited; null for groups
/// @param missing keys of facts that are missing or of the wrong type
public record ConditionResult(
        String id,
        String kind,
        LocalText label,
        ConditionStatus status,
        @Nullable String clause,
        boolean isAssumed,
        @Nullable UnknownReason unknownReason,
        List<FactUsed> facts,
        List<String> missing,
        List<ConditionResult> children) {

    /// Every leaf, from the first to the last.
    public Stream<ConditionResult> leaves() {
        return children.isEmpty() ? Stream.of(this) : children.stream().flatMap(ConditionResult::leaves);
    }
}
