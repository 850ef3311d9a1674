// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An application to join (入驻申请) as both sides see it.
///
/// @param number its receipt number
/// @param returned what was to be mended; stays after it was
public record JoiningView(
        JoiningId id,
        String number,
        OrgId provider,
        JoiningState state,
        JoiningAnswers answers,
        Submitted submitted,
        @Nullable Returned returned,
        @Nullable End end) {

    public record Submitted(String by, Instant at, Instant decideBy) {}

    public record Returned(String by, Instant at, Map<JoiningStep, String> toMend) {}

    /// Who ended it, when and why.
    public record End(String by, Instant at, String reason) {}
}
