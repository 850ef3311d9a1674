// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Job (作业) that waits: a gang of GPUs, all or nothing, for at most its declared time limit.
///
/// A gang that fits one node sits on one node; a larger one takes whole nodes plus one node for the rest. A job that
/// wishes for a share of a GPU takes one share.
///
/// @param gpus how many pieces it takes: whole GPUs, or the one share
/// @param interruptible it may be taken off and go on later (可中断)
/// @param neededBy when its tenant wants it done (期限); it is not stopped then
public record Job(
        JobId id,
        TenantId tenant,
        int gpus,
        Duration timeLimit,
        Turn turn,
        Wishes wishes,
        boolean interruptible,
        Optional<Instant> neededBy) {
    public Job {
        Limits.require(gpus >= 1 && gpus <= Limits.GPUS_PER_JOB_MAX, "a job asks for at least one GPU");
        Limits.require(gpus == 1 || wishes.shape().share().isWhole(), "a job takes whole GPUs, or one share of a GPU");
        Limits.require(
                timeLimit.isPositive() && timeLimit.compareTo(Limits.TIME_LIMIT_MAX) <= 0,
                "a time limit lies between nothing and " + Limits.TIME_LIMIT_MAX.toDays() + " days");
    }

    /// One that runs to its end.
    public Job(JobId id, TenantId tenant, int gpus, Duration timeLimit, Turn turn, Wishes wishes) {
        this(id, tenant, gpus, timeLimit, turn, wishes, false);
    }

    /// Without a date.
    public Job(
            JobId id, TenantId tenant, int gpus, Duration timeLimit, Turn turn, Wishes wishes, boolean interruptible) {
        this(id, tenant, gpus, timeLimit, turn, wishes, interruptible, Optional.empty());
    }

    public Job withWishes(Wishes wanted) {
        return new Job(id, tenant, gpus, timeLimit, turn, wanted, interruptible, neededBy);
    }

    /// How much it takes where it may go to a pool, or would.
    public GpuAmount amountIn(Pool pool) {
        return pool.share().amount().times(gpus);
    }

    public Job whichYields() {
        return new Job(id, tenant, gpus, timeLimit, turn, wishes, true, neededBy);
    }

    public Job neededBy(Instant date) {
        return new Job(id, tenant, gpus, timeLimit, turn, wishes, interruptible, Optional.of(date));
    }

    /// When it has to start at the latest to be done by its date if it uses its whole limit (最迟开始).
    public Optional<Instant> latestStart() {
        return neededBy.map(date -> date.minus(timeLimit));
    }
}
