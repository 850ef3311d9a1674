// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

/// Ladder (等级阶梯): how urgent a job is by what it has done so far; 0 is the most urgent.
interface Ladder {
    int level(ReplayJob job, long done);

    /// The seconds of work at which the level may change next.
    long nextChange(ReplayJob job, long done);

    /// Learns how long a job was.
    default void ended(ReplayJob job) {}

    /// Counts how often levels changed for all jobs at once.
    default int edition() {
        return 0;
    }
}
