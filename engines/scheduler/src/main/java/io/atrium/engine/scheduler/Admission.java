// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.partitioningBy;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.rule.PoolSize;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Sizes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Admission (准入): tells at submission what a round would tell later, so that nobody waits for the impossible.
///
/// The answer hangs on the wishes and the size of the gang alone, so it is kept for the next job that is alike.
public final class Admission {
    private final List<PoolSize> sizes;
    private final Map<Wishes, Split> splits = new HashMap<>();

    private record Split(Sizes pools, Map<Integer, Optional<Refusal>> byGpus) {}

    public Admission(Fleet fleet) {
        var nodes = fleet.nodesByPool();
        sizes = fleet.pools().stream()
                .map(pool -> new PoolSize(
                        pool, nodes.getOrDefault(pool.id(), List.of()).size()))
                .toList();
    }

    /// Empty if the job could start some day on the whole, healthy, empty fleet.
    public Optional<Refusal> refusal(Job job) {
        var split = splits.computeIfAbsent(job.wishes(), _ -> new Split(split(job), new HashMap<>()));
        return split.byGpus().computeIfAbsent(job.gpus(), _ -> RuleCatalogue.refusal(job, split.pools()));
    }

    private Sizes split(Job job) {
        var split = sizes.stream().collect(partitioningBy(size -> RuleCatalogue.admits(job, size.pool())));
        return new Sizes(Objects.requireNonNull(split.get(true)), Objects.requireNonNull(split.get(false)));
    }
}
