// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import java.time.Instant;

/// How many GPUs of its quota each tenant uses, those started in this round included and borrowed ones left aside, and
/// how many are promised to its own earlier jobs.
///
/// Two books: jobs that run to their end look at one another only, since a quota covers them first; interruptible ones
/// look at everything that the quota covers.
final class QuotaUse {
    private final Quotas quotas;
    private final QuotaBook toTheEnd;
    private final QuotaBook all;

    QuotaUse(Snapshot snapshot, Borrowers borrowers) {
        quotas = snapshot.quotas();
        toTheEnd = new QuotaBook(quotas, snapshot.at());
        all = new QuotaBook(quotas, snapshot.at());
        snapshot.running().forEach(job -> enter(job, borrowers.isBorrowed(job)));
    }

    private void enter(Running job, boolean isBorrowed) {
        var gpus = job.placement().gpus();
        all.use(job.tenant(), isBorrowed ? 0 : gpus);
        all.plan(job.tenant(), gpus, job.endsBy());
        if (job.yielding().isEmpty()) {
            toTheEnd.use(job.tenant(), gpus);
            toTheEnd.plan(job.tenant(), gpus, job.endsBy());
        }
    }

    private QuotaBook book(Job job) {
        return job.interruptible() ? all : toTheEnd;
    }

    int quota(Job job) {
        return quotas.of(job.tenant());
    }

    int inUse(Job job) {
        return book(job).inUse(job.tenant());
    }

    /// GPUs promised to jobs of the same tenant whose turn comes first, unless this job ends before they need them.
    int promised(Queued queued) {
        return book(queued.job()).promised(queued);
    }

    boolean holdsBack(Queued queued) {
        var job = queued.job();
        return HoldBackOverQuota.RULE.holdsBack(job, quota(job), inUse(job) + promised(queued));
    }

    void start(Queued queued) {
        var job = queued.job();
        all.use(job.tenant(), job.gpus());
        all.plan(job.tenant(), job.gpus(), queued.endsBy());
        if (!job.interruptible()) {
            toTheEnd.use(job.tenant(), job.gpus());
            toTheEnd.plan(job.tenant(), job.gpus(), queued.endsBy());
        }
    }

    void promise(Queued queued, Instant from) {
        book(queued.job()).promise(queued, from);
    }

    /// Promises the quota to a job that waits for it, unless another job of the tenant has a promise already.
    void promiseWhenFree(Queued queued) {
        book(queued.job()).promiseWhenFree(queued);
    }
}
