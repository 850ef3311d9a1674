// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import java.time.Instant;
import java.util.List;

/// All that explains why one job waits.
///
/// @param ahead the jobs that wait before it, in the pool for which most of them wait
public record Situation(Job job, Instant at, Quota quota, Ahead ahead, Pools pools) {

    /// The tenant's quota in GPUs: all of it, in use, and promised to its own earlier jobs.
    public record Quota(int max, int inUse, int promised) {
        public int left() {
            return max - inUse - promised;
        }
    }

    /// Jobs that wait before this one, and the GPUs that they ask for.
    public record Ahead(int jobs, int gpus) {
        public Ahead plus(Job job) {
            return new Ahead(jobs + 1, Math.addExact(gpus, job.gpus()));
        }
    }

    /// The fleet split by the job's wishes, both parts in the order of pool ids.
    public record Pools(List<PoolView> allowed, List<PoolView> others) {}

    public boolean withinQuota() {
        return !HoldBackOverQuota.RULE.holdsBack(job, quota.max(), quota.inUse() + quota.promised());
    }

    /// True if some allowed pool has the shape free, even though it may be held back.
    public boolean fitsOpenSomewhere() {
        return pools.allowed().stream().anyMatch(view -> view.largestOpen() >= job.gpus());
    }
}
