// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// When a tenant's quota will leave room. Whatever ends later than an instant counts as using the quota at that
/// instant, even if it starts later: it has the earlier turn.
final class QuotaPlan {
    private final Quotas quotas;
    private final Instant now;
    private final Map<TenantId, List<Use>> uses = new HashMap<>();

    private record Use(int gpus, Instant end) {}

    QuotaPlan(Quotas quotas, Instant now) {
        this.quotas = quotas;
        this.now = now;
    }

    void use(TenantId tenant, int gpus, Instant end) {
        uses.computeIfAbsent(tenant, _ -> new ArrayList<>()).add(new Use(gpus, end));
    }

    /// The first instant at which the gang is within the quota; empty if it is larger than the whole quota.
    Optional<Instant> earliest(Job job) {
        var instants = new TreeSet<Instant>();
        instants.add(now);
        var own = uses.getOrDefault(job.tenant(), List.of());
        own.stream().map(Use::end).filter(now::isBefore).forEach(instants::add);
        return instants.stream()
                .filter(at -> inUse(own, at) + job.gpus() <= quotas.of(job.tenant()))
                .findFirst();
    }

    private static long inUse(List<Use> own, Instant at) {
        return own.stream()
                .filter(use -> use.end().isAfter(at))
                .mapToLong(Use::gpus)
                .sum();
    }
}
