// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many GPUs each tenant uses, those started in this round included, and how many are promised to its own
/// earlier jobs: a tenant's small jobs must not eat the quota that its large one waits for.
final class QuotaUse {
    private final Quotas quotas;
    private final Instant now;
    private final QuotaPlan plan;
    private final Map<TenantId, Integer> inUse = new HashMap<>();
    private final Map<TenantId, List<Promise>> promises = new HashMap<>();

    private record Promise(Job job, Instant from) {}

    QuotaUse(Snapshot snapshot) {
        quotas = snapshot.quotas();
        now = snapshot.at();
        plan = new QuotaPlan(quotas, now);
        snapshot.running().forEach(job -> use(job.tenant(), job.placement().gpus(), job.endsBy()));
    }

    int quota(Job job) {
        return quotas.of(job.tenant());
    }

    int inUse(Job job) {
        return inUse.getOrDefault(job.tenant(), 0);
    }

    /// GPUs promised to jobs of the same tenant whose turn comes first, unless this job ends before they need them.
    int promised(Job job) {
        return promises.getOrDefault(job.tenant(), List.of()).stream()
                .filter(promise -> RuleCatalogue.turns().compare(promise.job(), job) < 0)
                .filter(promise -> now.plus(job.timeLimit()).isAfter(promise.from()))
                .mapToInt(promise -> promise.job().gpus())
                .sum();
    }

    boolean holdsBack(Job job) {
        return HoldBackOverQuota.RULE.holdsBack(job, quota(job), inUse(job) + promised(job));
    }

    void start(Job job) {
        use(job.tenant(), job.gpus(), now.plus(job.timeLimit()));
    }

    void promise(Job job, Instant from) {
        promises.computeIfAbsent(job.tenant(), _ -> new ArrayList<>()).add(new Promise(job, from));
    }

    /// Promises the quota to a job that waits for it, unless another job of the tenant has a promise already.
    void promiseWhenFree(Job job) {
        if (!promises.containsKey(job.tenant())) {
            plan.earliest(job).ifPresent(from -> promise(job, from));
        }
    }

    private void use(TenantId tenant, int gpus, Instant end) {
        inUse.merge(tenant, gpus, Math::addExact);
        plan.use(tenant, gpus, end);
    }
}
