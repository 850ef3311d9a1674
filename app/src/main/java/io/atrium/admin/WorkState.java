// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

/// How a piece of background work stands (任务状态).
public enum WorkState {
    /// Waits for its time.
    WAITING,
    /// Its time has come, and nobody has taken it up for a while.
    LATE,
    RUNNING,
    /// Failed the last time; it is tried again.
    FAILED
}
