// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a run worked (运行时长), from two clocks that need not agree.
///
/// The cluster tells begin and end in whole seconds of its own clock; their difference does not care whether that clock
/// is ahead or behind. A clock that was set while the run worked shows in a time that cannot be: longer than since the
/// run was asked for, or negative. Then what Atrium itself has seen counts. So a wrong clock never makes a bill longer.
final class WorkedTime {

    /// Seconds are cut, and asking takes a moment.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private WorkedTime() {}

    /// @param watched how long Atrium itself saw it at work
    /// @param asked   when Atrium asked for the run, and now, when its end is seen
    static Duration of(SlurmJob job, Duration watched, Instant asked, Instant now) {
        if (job.startSecond() == 0) {
            return Duration.ZERO;
        }
        var told = Duration.ofSeconds(job.endSecond() - job.startSecond());
        var possible = Duration.between(asked, now).plus(TOLERANCE);
        return told.isNegative() || told.compareTo(possible) > 0 ? watched : told;
    }

    /// The end on Atrium's clock: the cluster's own second where it can be true, else the moment at which it was seen.
    static Instant end(SlurmJob job, @Nullable Instant lastSeen, Instant now) {
        var told = Instant.ofEpochSecond(job.endSecond());
        var earliest = lastSeen == null ? now : lastSeen.minus(TOLERANCE);
        return told.isBefore(earliest) || told.isAfter(now) ? now : told;
    }
}
