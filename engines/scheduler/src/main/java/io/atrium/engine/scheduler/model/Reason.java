// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;
import java.time.Instant;

/// Reason (等待原因): why a job does not start now, as facts. Pages, the API and the command line phrase it.
///
/// A waiting job carries its reasons in the order in which they are declared here; the first is the one to tell.
public sealed interface Reason {
    /// The tenant's quota (配额) does not leave room beside what it uses and what its own earlier jobs were promised.
    record OverQuota(GpuAmount quota, GpuAmount inUse, GpuAmount promised, GpuAmount wanted) implements Reason {}

    /// Its place is found: jobs that borrowed these GPUs were told to stop (归还), and are gone by an instant.
    record PlaceBeingCleared(PoolId pool, int jobs, Instant by) implements Reason {}

    /// Enough GPUs are free in a pool, but not in the shape (形状): whole nodes, or so many on one node.
    record FreeButScattered(PoolId pool, int freeGpus, int largestFit) implements Reason {}

    /// The GPUs are free, but held back for a job whose turn came first (优先级与排队).
    record HeldForEarlierJob(JobId earlier, PoolId pool, Instant reservedFrom) implements Reason {}

    /// The tenant has had more than its share (公平份额), so jobs that came later, of tenants that had less, go first.
    record AboveShare(Standing standing) implements Reason {}

    /// Jobs whose turn comes first wait for the same pools.
    record BehindEarlierJobs(int jobs, GpuAmount gpus) implements Reason {}

    /// It would fit if nodes in maintenance or drain (维护) took jobs.
    record NodesUnavailable(PoolId pool, GpuAmount gpus) implements Reason {}

    /// No allowed pool has that many GPUs free (容量).
    record NotEnoughFree(GpuAmount wanted, GpuAmount mostFree) implements Reason {}

    /// It will not be done by its date (期限): it starts no earlier than an instant, and may use its whole limit from
    /// then
    /// on. Not why it waits, but what comes of it.
    record TooLateForItsDate(Instant neededBy, Duration timeLimit, Instant earliestStart) implements Reason {}

    /// The stable code under which the reason is known everywhere.
    default String code() {
        return switch (this) {
            case OverQuota _ -> "OVER_QUOTA";
            case PlaceBeingCleared _ -> "PLACE_BEING_CLEARED";
            case FreeButScattered _ -> "FREE_BUT_SCATTERED";
            case HeldForEarlierJob _ -> "HELD_FOR_EARLIER_JOB";
            case AboveShare _ -> "ABOVE_SHARE";
            case BehindEarlierJobs _ -> "BEHIND_EARLIER_JOBS";
            case NodesUnavailable _ -> "NODES_UNAVAILABLE";
            case NotEnoughFree _ -> "NOT_ENOUGH_FREE";
            case TooLateForItsDate _ -> "TOO_LATE_FOR_ITS_DATE";
        };
    }
}
