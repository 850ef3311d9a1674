// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import io.atrium.engine.scheduler.rule.Situation;
import java.time.Instant;

/// How much of its quota each tenant uses, those started in this round included and borrowed ones left aside, and
/// how much is promised to its own earlier jobs.
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
        var held = job.placement().amount();
        all.use(job.tenant(), isBorrowed ? GpuAmount.ZERO : held);
        all.plan(job.tenant(), held, job.endsBy());
        if (job.yielding().isEmpty()) {
            toTheEnd.use(job.tenant(), held);
            toTheEnd.plan(job.tenant(), held, job.endsBy());
        }
    }

    private QuotaBook book(Job job) {
        return job.interruptible() ? all : toTheEnd;
    }

    /// What is in use, and what is promised to jobs of the same tenant whose turn comes first, unless this job ends
    /// before they need it.
    Situation.Quota of(Queued queued) {
        var job = queued.job();
        var book = book(job);
        return new Situation.Quota(
                quotas.amountOf(job.tenant()), book.inUse(job.tenant()), book.promised(queued), queued.wanted());
    }

    boolean holdsBack(Queued queued) {
        return HoldBackOverQuota.RULE.holdsBack(of(queued));
    }

    /// A job starts in a pool, with what it holds there.
    void start(Queued queued, GpuAmount held) {
        var job = queued.job();
        all.use(job.tenant(), held);
        all.plan(job.tenant(), held, queued.endsBy());
        if (!job.interruptible()) {
            toTheEnd.use(job.tenant(), held);
            toTheEnd.plan(job.tenant(), held, queued.endsBy());
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
