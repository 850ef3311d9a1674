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

/// When a tenant's quota will leave room. Whatever ends later than an instant counts as using the quota at that
/// instant, even if it starts later: it has the earlier turn.
final class QuotaPlan {
    private final Quotas quotas;
    private final Instant now;
    private final Map<TenantId, Uses> uses = new HashMap<>();

    private record Use(int gpus, Instant end) {}

    /// Uses of one tenant by their ends. The question is asked from the latest end backward, and never beyond the uses
    /// that fill the quota: those that end before them are forgotten.
    private static final class Uses {
        private final int quota;
        private final List<Use> byEnd = new ArrayList<>();
        private long gpus;

        private Uses(int quota) {
            this.quota = quota;
        }

        void add(Use use) {
            var place = byEnd.size();
            while (place > 0 && byEnd.get(place - 1).end().isAfter(use.end())) {
                place--;
            }
            byEnd.add(place, use);
            gpus += use.gpus();
            while (gpus - byEnd.getFirst().gpus() >= quota && byEnd.size() > 1) {
                gpus -= byEnd.removeFirst().gpus();
            }
        }

        /// The first instant after which no more than so many GPUs are in use.
        Instant leaves(int atMost, Instant now) {
            var inUse = 0L;
            for (var place = byEnd.size() - 1; place >= 0; place--) {
                var use = byEnd.get(place);
                inUse += use.gpus();
                if (inUse > atMost) {
                    return use.end().isAfter(now) ? use.end() : now;
                }
            }
            return now;
        }
    }

    QuotaPlan(Quotas quotas, Instant now) {
        this.quotas = quotas;
        this.now = now;
    }

    void use(TenantId tenant, int gpus, Instant end) {
        uses(tenant).add(new Use(gpus, end));
    }

    /// The first instant at which the gang is within the quota; empty if it is larger than the whole quota.
    Optional<Instant> earliest(Job job) {
        var left = quotas.of(job.tenant()) - job.gpus();
        return left < 0 ? Optional.empty() : Optional.of(uses(job.tenant()).leaves(left, now));
    }

    private Uses uses(TenantId tenant) {
        return uses.computeIfAbsent(tenant, _ -> new Uses(quotas.of(tenant)));
    }
}
