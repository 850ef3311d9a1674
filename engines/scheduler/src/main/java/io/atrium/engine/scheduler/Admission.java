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
public final class Admission {
    private final List<PoolSize> sizes;
    private final Map<Wishes, List<PoolSize>> allowed = new HashMap<>();

    public Admission(Fleet fleet) {
        var nodes = fleet.nodesByPool();
        sizes = fleet.pools().stream()
                .map(pool -> new PoolSize(
                        pool, nodes.getOrDefault(pool.id(), List.of()).size()))
                .toList();
    }

    /// Empty if the job could start some day on the whole, healthy, empty fleet.
    public Optional<Refusal> refusal(Job job) {
        var pools = allowed.computeIfAbsent(
                job.wishes(),
                _ -> sizes.stream()
                        .filter(size -> RuleCatalogue.admits(job, size.pool()))
                        .toList());
        return RuleCatalogue.refusal(job, pools);
    }
}
