// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.time.Duration;

/// What a run may use at most (资源上限), all its processes together.
///
/// @param cpu         processor time; beyond it the run is killed
/// @param memoryBytes resident memory; beyond it the run is killed, and no single process can reserve more
/// @param wall        time on the clock; beyond it the run is killed without a grace
/// @param processes   processes and threads at a time (a JVM has about 30); more cannot be started
/// @param diskBytes   files written, held in memory; more cannot be written
/// @param logBytes    of what it prints; the rest is thrown away
public record RunLimits(Duration cpu, long memoryBytes, Duration wall, int processes, long diskBytes, long logBytes) {
    private static final long MIB = 1 << 20;

    /// Enough for a small JVM: a minute on one core.
    public static final RunLimits SMALL =
            new RunLimits(Duration.ofMinutes(1), 1024 * MIB, Duration.ofMinutes(2), 128, 512 * MIB, 4 * MIB);

    public RunLimits {
        requirePositive(cpu.toMillis(), "cpu");
        requirePositive(memoryBytes, "memoryBytes");
        requirePositive(wall.toMillis(), "wall");
        requirePositive(processes, "processes");
        requirePositive(diskBytes, "diskBytes");
        requirePositive(logBytes, "logBytes");
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above zero, not " + value);
        }
    }
}
