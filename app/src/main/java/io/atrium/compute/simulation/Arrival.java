// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import io.atrium.compute.execution.simulated.SimulatedRun.Work;
import java.time.Duration;

/// A job of the replayed day (到达).
///
/// @param number 1, 2, … in the order of the day
/// @param at     after the beginning of the replay
/// @param work   how long it works if nobody stops it, never longer than the limit; it may be interrupted if it saves
/// @param limit  what its firm declares
record Arrival(int number, Duration at, int firm, String pool, int gpus, Work work, Duration limit) {

    boolean isInterruptible() {
        return work.savesEvery() != null;
    }
}
