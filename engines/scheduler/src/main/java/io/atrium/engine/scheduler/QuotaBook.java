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

/// What counts against quotas, and what of them is promised: a tenant's small jobs must not eat the quota that its
/// large
/// one waits for.
final class QuotaBook {
    private final QuotaPlan plan;
    private final Map<TenantId, GpuAmount> inUse = new HashMap<>();
    private final Map<TenantId, List<Promise>> promises = new HashMap<>();

    private record Promise(int turn, GpuAmount wanted, Instant from) {}

    QuotaBook(Quotas quotas, Instant now) {
        plan = new QuotaPlan(quotas, now);
    }

    void use(TenantId tenant, GpuAmount held) {
        inUse.merge(tenant, held, GpuAmount::plus);
    }

    void plan(TenantId tenant, GpuAmount held, Instant end) {
        plan.use(tenant, held, end);
    }

    GpuAmount inUse(TenantId tenant) {
        return inUse.getOrDefault(tenant, GpuAmount.ZERO);
    }

    GpuAmount promised(Queued queued) {
        var parts = 0L;
        for (var promise : promises.getOrDefault(queued.job().tenant(), List.of())) {
            if (promise.turn() < queued.turn() && queued.endsBy().isAfter(promise.from())) {
                parts += promise.wanted().parts();
            }
        }
        return new GpuAmount(parts);
    }

    void promise(Queued queued, Instant from) {
        promises.computeIfAbsent(queued.job().tenant(), _ -> new ArrayList<>())
                .add(new Promise(queued.turn(), queued.wanted(), from));
    }

    void promiseWhenFree(Queued queued) {
        if (!promises.containsKey(queued.job().tenant())) {
            plan.earliest(queued.job().tenant(), queued.wanted()).ifPresent(from -> promise(queued, from));
        }
    }
}
