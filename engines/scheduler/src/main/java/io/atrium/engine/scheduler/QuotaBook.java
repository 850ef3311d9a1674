// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

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
    private final Map<TenantId, Integer> inUse = new HashMap<>();
    private final Map<TenantId, List<Promise>> promises = new HashMap<>();

    private record Promise(int turn, int gpus, Instant from) {}

    QuotaBook(Quotas quotas, Instant now) {
        plan = new QuotaPlan(quotas, now);
    }

    void use(TenantId tenant, int gpus) {
        inUse.merge(tenant, gpus, Math::addExact);
    }

    void plan(TenantId tenant, int gpus, Instant end) {
        plan.use(tenant, gpus, end);
    }

    int inUse(TenantId tenant) {
        return inUse.getOrDefault(tenant, 0);
    }

    int promised(Queued queued) {
        var gpus = 0;
        for (var promise : promises.getOrDefault(queued.job().tenant(), List.of())) {
            if (promise.turn() < queued.turn() && queued.endsBy().isAfter(promise.from())) {
                gpus += promise.gpus();
            }
        }
        return gpus;
    }

    void promise(Queued queued, Instant from) {
        promises.computeIfAbsent(queued.job().tenant(), _ -> new ArrayList<>())
                .add(new Promise(queued.turn(), queued.job().gpus(), from));
    }

    void promiseWhenFree(Queued queued) {
        if (!promises.containsKey(queued.job().tenant())) {
            plan.earliest(queued.job()).ifPresent(from -> promise(queued, from));
        }
    }
}
