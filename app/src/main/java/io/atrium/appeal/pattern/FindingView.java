// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that a unit should look at (发现), with its reasons and what became of it.
///
/// @param category of most of its cases
/// @param place empty for everywhere
/// @param from the first day of what stands out
/// @param day the day on whose close it was found
/// @param cases how many are behind it
/// @param outcome null until it is closed
public record FindingView(
        FindingId id,
        Kind kind,
        String category,
        String place,
        LocalDate from,
        LocalDate day,
        FindingReasons reasons,
        int cases,
        OrgId unit,
        FindingState state,
        Instant foundAt,
        Instant dueAt,
        @Nullable Taken taken,
        @Nullable Instant escalatedAt,
        @Nullable Outcome outcome) {

    /// Who looks for the cause, since when.
    public record Taken(String by, Instant at) {}

    /// @param cause what it was, or why there is none in common
    /// @param done what was done about it; empty when nothing had to be
    public record Outcome(boolean isOneCause, String cause, String done, String by, Instant at) {}

    FindingView withoutWordsAndNames() {
        return new FindingView(
                id,
                kind,
                category,
                place,
                from,
                day,
                reasons.withoutWordsAndNames(),
                cases,
                unit,
                state,
                foundAt,
                dueAt,
                taken,
                escalatedAt,
                outcome);
    }
}
