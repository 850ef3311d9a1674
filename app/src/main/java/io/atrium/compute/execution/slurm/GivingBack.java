// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunRequest.Checkpoints;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a run that keeps checkpoints gives its GPUs back (归还): it is told by SIGTERM, has its grace, and is cancelled
/// after it.
///
/// @param checkpoints the name of its folder, which outlives it
/// @param grace       from the SIGTERM that the cluster took to the cancelling
/// @param sent        since when a SIGTERM may have come through; absent: none has
/// @param taken       when the cluster took it
/// @param dated       the date of the folder when it was looked at last, by the clock of whoever serves the folder
/// @param saved       when the program last put something there, by Atrium's clock
public record GivingBack(
        String checkpoints,
        Duration grace,
        @Nullable Instant sent,
        @Nullable Instant taken,
        @Nullable Instant dated,
        @Nullable Instant saved) {

    static GivingBack of(Checkpoints kept) {
        return new GivingBack(kept.name(), kept.grace(), null, null, null, null);
    }

    GivingBack sent(Instant at) {
        return new GivingBack(checkpoints, grace, at, taken, dated, saved);
    }

    GivingBack taken(Instant at) {
        return new GivingBack(checkpoints, grace, sent, at, dated, saved);
    }

    GivingBack looked(Instant date, @Nullable Instant savedBy) {
        return new GivingBack(checkpoints, grace, sent, taken, date, savedBy);
    }

    boolean isTold() {
        return sent != null;
    }

    boolean isGraceOver(Instant now) {
        return taken != null && !now.isBefore(taken.plus(grace));
    }
}
