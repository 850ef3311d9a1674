// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.StartEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that explains why one job waits.
///
/// @param ahead the jobs that wait before it, in the pool for which most of them wait
/// @param standing where its tenant stood against its share when its turn was decided; empty where there are no shares
/// @param clearing the place that jobs which borrowed it give back to this one; empty if none does
/// @param start when it starts; found for jobs with a date only
public record Situation(
        Job job,
        Instant at,
        Quota quota,
        Ahead ahead,
        Optional<Standing> standing,
        Pools pools,
        Optional<Reason.PlaceBeingCleared> clearing,
        Optional<StartEstimate> start) {

    /// Nobody gives a place back.
    public Situation(Job job, Instant at, Quota quota, Ahead ahead, Optional<Standing> standing, Pools pools) {
        this(job, at, quota, ahead, standing, pools, Optional.empty(), Optional.empty());
    }

    public Situation whichStarts(StartEstimate estimate) {
        return new Situation(job, at, quota, ahead, standing, pools, clearing, Optional.of(estimate));
    }

    /// The tenant's quota: all of it, in use, promised to its own earlier jobs, and what this job would count.
    public record Quota(GpuAmount max, GpuAmount inUse, GpuAmount promised, GpuAmount wanted) {
        public GpuAmount left() {
            return max.minus(inUse).minus(promised);
        }
    }

    /// Jobs that wait before this one, and the GPUs that they ask for.
    ///
    /// @param overtaken one of another tenant, of equal priority, came later and had its turn earlier
    public record Ahead(int jobs, GpuAmount gpus, boolean overtaken) {}

    /// The fleet split by the job's wishes, both parts in the order of pool ids.
    public record Pools(List<PoolView> allowed, List<PoolView> others) {}

    /// When its limit ends if it starts now.
    public Instant endsBy() {
        return at.plus(job.timeLimit());
    }

    /// Pools outside its wishes that have room for so many pieces now.
    Stream<Pool> othersWithRoomFor(int pieces) {
        return pools.others().stream()
                .filter(view -> view.largestFor(endsBy()) >= pieces)
                .map(PoolView::pool);
    }

    /// True if a pool would take the job if it wanted this instead, all its other wishes kept.
    boolean wouldBeTakenAs(Shape wanted, Pool pool) {
        return RuleCatalogue.admits(job.withWishes(job.wishes().shaped(wanted)), pool);
    }

    public boolean withinQuota() {
        return !HoldBackOverQuota.RULE.holdsBack(quota);
    }
}
