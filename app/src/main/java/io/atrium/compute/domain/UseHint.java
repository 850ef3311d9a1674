// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the use of a job that has ended teaches for the next one (用量提示).
///
/// @param percent share of the limit, or of one core, that was used
/// @param suggested a better time limit; zero where none is meant
public record UseHint(Kind kind, int percent, Duration suggested) {

    /// Below this share of the limit, much more was held than needed.
    private static final int LIMIT_USED_WELL_PERCENT = 50;

    /// Below this share of a core, the job mostly waited.
    private static final int CORE_USED_WELL_PERCENT = 50;

    /// Shorter runs say nothing about the use of a core.
    private static final Duration TELLING = Duration.ofSeconds(10);

    public enum Kind {
        LIMIT_TOO_LONG,
        LIMIT_TOO_SHORT,
        CORE_IDLE,
        USED_WELL
    }

    /// Empty for jobs that did not run to an end of their own.
    public static List<UseHint> of(JobView job) {
        if (job.outcome() == JobOutcome.TIME_LIMIT) {
            return List.of(
                    new UseHint(Kind.LIMIT_TOO_SHORT, 100, job.ask().timeLimit().multipliedBy(2)));
        }
        if (job.outcome() != JobOutcome.SUCCEEDED) {
            return List.of();
        }
        var hints = new ArrayList<UseHint>();
        var elapsed = job.use().elapsed();
        var ofLimit = percent(elapsed, job.ask().timeLimit());
        var enough = halfAsLongAgain(elapsed);
        if (ofLimit < LIMIT_USED_WELL_PERCENT && enough.compareTo(job.ask().timeLimit()) < 0) {
            hints.add(new UseHint(Kind.LIMIT_TOO_LONG, ofLimit, enough));
        }
        var ofCore = percent(job.use().cpu(), elapsed);
        var isCoreTold = !job.use().cpu().isZero(); // not every provider tells it
        if (isCoreTold && elapsed.compareTo(TELLING) > 0 && ofCore < CORE_USED_WELL_PERCENT) {
            hints.add(new UseHint(Kind.CORE_IDLE, ofCore, Duration.ZERO));
        }
        return hints.isEmpty() ? List.of(new UseHint(Kind.USED_WELL, ofLimit, Duration.ZERO)) : hints;
    }

    /// Whole minutes, rounded up.
    private static Duration halfAsLongAgain(Duration elapsed) {
        var millis = elapsed.toMillis() * 3 / 2;
        return Duration.ofMinutes(Math.max(1, Math.ceilDiv(millis, 60_000)));
    }

    private static int percent(Duration part, Duration whole) {
        return whole.isZero() ? 0 : (int) Math.min(100, part.toMillis() * 100 / whole.toMillis());
    }
}
