// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

/// Job of a trace (轨迹作业). How long it really runs is known to the replay alone; a policy sees the declared limit.
///
/// @param limitS what its user declared, in seconds; 0 if nothing was declared
public record ReplayJob(String id, String tenant, long submitS, int gpus, long durationS, long limitS) {
    public ReplayJob {
        if (submitS < 0 || gpus < 1 || durationS < 0 || limitS < 0) {
            throw new IllegalArgumentException("job " + id + " needs at least one GPU and no negative time");
        }
    }

    /// The GPU-seconds that it takes.
    double work() {
        return (double) gpus * durationS;
    }

    ReplayJob withoutLimit() {
        return new ReplayJob(id, tenant, submitS, gpus, durationS, 0);
    }
}
