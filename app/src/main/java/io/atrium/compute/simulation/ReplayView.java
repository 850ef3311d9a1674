// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A day that is or was replayed (回放).
///
/// @param submitted how many of its jobs have arrived
public record ReplayView(
        long id,
        String startedBy,
        Instant startedAt,
        int jobs,
        int submitted,
        @Nullable Instant endedAt) {

    public boolean isRunning() {
        return endedAt == null;
    }

    /// The time of day that it has come to, in the life that it stands for.
    public LocalTime timeOfDay(Instant now) {
        var passed = Duration.between(startedAt, endedAt == null ? now : endedAt);
        var within = passed.compareTo(Day.LENGTH) > 0 ? Day.LENGTH : passed;
        return LocalTime.MIDNIGHT.plus(Day.BEGINS).plus(within.multipliedBy(Day.SPEED));
    }

    /// When its last job arrives.
    public Instant arrivesUntil() {
        return startedAt.plus(Day.LENGTH);
    }
}
