// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// How a run ended (结束方式).
public enum RunExit {
    /// The command returned 0.
    SUCCEEDED,
    /// The command returned something else, was killed by a signal of its own, or could not be confined.
    FAILED,
    /// Ended because {@link ExecutionEngine#stop} was called.
    STOPPED,
    TIME_LIMIT,
    CPU_LIMIT,
    MEMORY_LIMIT,
    /// Its checkpoints outgrew their place.
    CHECKPOINT_LIMIT,
    /// Whoever watched it vanished (the machine went down, or it was killed); the last sign of life counts as the end.
    LOST
}
