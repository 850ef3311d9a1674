// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.rule.PoolSize;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Admission (准入): tells at submission what a round would tell later, so that nobody waits for the impossible.
///
/// The answer hangs on the wishes and the size of the gang alone, so it is kept for the next job that is alike.
public final class Admission {
    private final List<PoolSize> sizes;
    private final Map<Wishes, Allowed> allowed = new HashMap<>();

    private record Allowed(List<PoolSize> sizes, Map<Integer, Optional<Refusal>> byGpus) {}

    public Admission(Fleet fleet) {
        var nodes = fleet.nodesByPool();
        sizes = fleet.pools().stream()
                .map(pool -> new PoolSize(
                        pool, nodes.getOrDefault(pool.id(), List.of()).size()))
                .toList();
    }

    /// Empty if the job could start some day on the whole, healthy, empty fleet.
    public Optional<Refusal> refusal(Job job) {
        var pools = allowed.computeIfAbsent(job.wishes(), _ -> new Allowed(admitted(job), new HashMap<>()));
        return pools.byGpus().computeIfAbsent(job.gpus(), _ -> RuleCatalogue.refusal(job, pools.sizes()));
    }

    private List<PoolSize> admitted(Job job) {
        return sizes.stream()
                .filter(size -> RuleCatalogue.admits(job, size.pool()))
                .toList();
    }
}
