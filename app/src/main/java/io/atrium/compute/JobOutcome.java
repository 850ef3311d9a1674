// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.execution.RunExit;

/// How a job ended (作业结果).
public enum JobOutcome {
    SUCCEEDED,
    FAILED,
    STOPPED,
    TIME_LIMIT,
    CPU_LIMIT,
    MEMORY_LIMIT,
    /// Its checkpoints outgrew their place.
    CHECKPOINT_LIMIT,
    LOST,
    /// The machine would not run it; nothing is charged.
    NOT_STARTED;

    public static JobOutcome of(RunExit exit) {
        return switch (exit) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case TIME_LIMIT -> TIME_LIMIT;
            case CPU_LIMIT -> CPU_LIMIT;
            case MEMORY_LIMIT -> MEMORY_LIMIT;
            case CHECKPOINT_LIMIT -> CHECKPOINT_LIMIT;
            case LOST -> LOST;
        };
    }
}
