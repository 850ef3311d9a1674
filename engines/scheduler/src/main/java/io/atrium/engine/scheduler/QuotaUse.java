// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.BorrowOnlyIfInterruptible;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many GPUs of its quota each tenant uses, those started in this round included and borrowed ones left aside, and
/// how many are promised to its own earlier jobs: a tenant's small jobs must not eat the quota that its large one waits
/// for.
final class QuotaUse {
    private final Quotas quotas;
    private final QuotaPlan plan;
    private final Map<TenantId, Integer> inUse = new HashMap<>();
    private final Map<TenantId, List<Promise>> promises = new HashMap<>();

    /// @param firm to one that cannot start beyond the quota instead
    private record Promise(int turn, int gpus, Instant from, boolean firm) {}

    QuotaUse(Snapshot snapshot, Borrowers borrowers) {
        quotas = snapshot.quotas();
        plan = new QuotaPlan(quotas, snapshot.at());
        snapshot.running().forEach(job -> {
            var gpus = job.placement().gpus();
            inUse.merge(job.tenant(), borrowers.isBorrowed(job) ? 0 : gpus, Math::addExact);
            plan.use(job.tenant(), gpus, job.endsBy());
        });
    }

    int quota(Job job) {
        return quotas.of(job.tenant());
    }

    int inUse(Job job) {
        return inUse.getOrDefault(job.tenant(), 0);
    }

    /// GPUs promised to jobs of the same tenant whose turn comes first, unless this job ends before they need them.
    int promised(Queued queued) {
        return promised(queued, false);
    }

    private int promised(Queued queued, boolean firmly) {
        var gpus = 0;
        for (var promise : promises.getOrDefault(queued.job().tenant(), List.of())) {
            if (promise.turn() < queued.turn()
                    && queued.endsBy().isAfter(promise.from())
                    && (promise.firm() || !firmly)) {
                gpus += promise.gpus();
            }
        }
        return gpus;
    }

    boolean mayBorrow(Queued queued) {
        return BorrowOnlyIfInterruptible.RULE.mayBorrow(queued.job(), promised(queued, true));
    }

    boolean holdsBack(Queued queued) {
        var job = queued.job();
        return HoldBackOverQuota.RULE.holdsBack(job, quota(job), inUse(job) + promised(queued));
    }

    void start(Queued queued) {
        var job = queued.job();
        inUse.merge(job.tenant(), job.gpus(), Math::addExact);
        plan.use(job.tenant(), job.gpus(), queued.endsBy());
    }

    void promise(Queued queued, Instant from) {
        promise(queued, from, true);
    }

    private void promise(Queued queued, Instant from, boolean firm) {
        promises.computeIfAbsent(queued.job().tenant(), _ -> new ArrayList<>())
                .add(new Promise(queued.turn(), queued.job().gpus(), from, firm));
    }

    /// Promises the quota to a job that waits for it, unless another job of the tenant has a promise already.
    void promiseWhenFree(Queued queued) {
        if (!promises.containsKey(queued.job().tenant())) {
            plan.earliest(queued.job())
                    .ifPresent(from -> promise(queued, from, !queued.job().interruptible()));
        }
    }
}
