// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuAmount;
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

    private record Use(GpuAmount held, Instant end) {}

    /// Uses of one tenant by their ends. The question is asked from the latest end backward, and never beyond the uses
    /// that fill the quota: those that end before them are forgotten.
    private static final class Uses {
        private final GpuAmount quota;
        private final List<Use> byEnd = new ArrayList<>();
        private long parts;

        private Uses(GpuAmount quota) {
            this.quota = quota;
        }

        void add(Use use) {
            var place = byEnd.size();
            while (place > 0 && byEnd.get(place - 1).end().isAfter(use.end())) {
                place--;
            }
            byEnd.add(place, use);
            parts += use.held().parts();
            while (parts - byEnd.getFirst().held().parts() >= quota.parts() && byEnd.size() > 1) {
                parts -= byEnd.removeFirst().held().parts();
            }
        }

        /// The first instant after which no more than so much is in use.
        Instant leaves(GpuAmount atMost, Instant now) {
            var inUse = 0L;
            for (var place = byEnd.size() - 1; place >= 0; place--) {
                var use = byEnd.get(place);
                inUse += use.held().parts();
                if (inUse > atMost.parts()) {
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

    void use(TenantId tenant, GpuAmount held, Instant end) {
        uses(tenant).add(new Use(held, end));
    }

    /// The first instant at which a gang is within the quota; empty if it is larger than the whole quota.
    Optional<Instant> earliest(TenantId tenant, GpuAmount wanted) {
        var left = quotas.amountOf(tenant).minus(wanted);
        return left.parts() < 0 ? Optional.empty() : Optional.of(uses(tenant).leaves(left, now));
    }

    private Uses uses(TenantId tenant) {
        return uses.computeIfAbsent(tenant, _ -> new Uses(quotas.amountOf(tenant)));
    }
}
