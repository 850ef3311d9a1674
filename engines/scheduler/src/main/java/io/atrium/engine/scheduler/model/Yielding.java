// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;
import java.util.Optional;

/// What is known of a running job that may be interrupted (可中断作业).
///
/// @param since when its run began
/// @param savedAt up to when its work is safe: its last checkpoint, or the beginning of its run
/// @param takenOff how often it was taken off of late
/// @param leavesBy when it will be gone, if it was told to stop
public record Yielding(Instant since, Instant savedAt, int takenOff, Optional<Instant> leavesBy) {

    /// One that nobody has told to stop.
    public static Yielding since(Instant since) {
        return new Yielding(since, since, 0, Optional.empty());
    }

    /// The same job when it has been told to stop, unless it was told earlier.
    public Yielding leavingBy(Instant by) {
        return isLeaving() ? this : new Yielding(since, savedAt, takenOff, Optional.of(by));
    }

    public boolean isLeaving() {
        return leavesBy.isPresent();
    }
}
