// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.rule.Candidate;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The free GPUs of the whole fleet: the fast path for single decisions between rounds.
public final class FleetIndex {
    private final List<PoolIndex> pools;
    private final Map<PoolId, PoolIndex> byId;

    private FleetIndex(List<PoolIndex> pools) {
        this.pools = pools;
        byId = pools.stream().collect(toMap(index -> index.pool().id(), identity()));
    }

    /// An empty fleet.
    public static FleetIndex of(Fleet fleet) {
        var nodes = fleet.nodesByPool();
        return new FleetIndex(fleet.pools().stream()
                .map(pool -> PoolIndex.of(pool, nodes.getOrDefault(pool.id(), List.of())))
                .toList());
    }

    /// Of these pools, all of which admit the job, the one that takes it best by the placement rules, or null if none
    /// can.
    public static @Nullable PoolIndex bestOf(Job job, List<PoolIndex> pools) {
        return best(job, pools, true);
    }

    private static @Nullable PoolIndex best(Job job, List<PoolIndex> pools, boolean areAdmitted) {
        PoolIndex best = null;
        Candidate bestCandidate = null;
        for (var index : pools) {
            if (!areAdmitted && !RuleCatalogue.admits(job, index.pool())) {
                continue;
            }
            var leftover = index.leftover(job.gpus());
            if (leftover == PoolIndex.NO_FIT) {
                continue;
            }
            var candidate = new Candidate(index.pool(), leftover);
            if (bestCandidate == null || RuleCatalogue.isBetter(job, candidate, bestCandidate)) {
                best = index;
                bestCandidate = candidate;
            }
        }
        return best;
    }

    /// Places a job if it fits anywhere now. Quotas and the queue are the round's business.
    public Optional<Placement> place(Job job) {
        var best = best(job, pools, false);
        return best == null ? Optional.empty() : Optional.of(best.take(job.gpus()));
    }

    public void load(Placement placement) {
        pool(placement).load(placement);
    }

    public void release(Placement placement) {
        pool(placement).release(placement);
    }

    public int freeGpus() {
        return pools.stream().mapToInt(PoolIndex::freeGpus).sum();
    }

    private PoolIndex pool(Placement placement) {
        var index = byId.get(placement.pool());
        if (index == null) {
            throw new IllegalArgumentException("unknown pool " + placement.pool());
        }
        return index;
    }
}
