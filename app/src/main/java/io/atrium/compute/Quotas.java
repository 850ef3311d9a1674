// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.account.CreditLines;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.identity.Audit;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of quotas (配额): what a firm may use, and what it uses.
@Component
public class Quotas {

    private final QueueStore queue;
    private final JobAccounts accounts;
    private final CreditLines lines;
    private final ComputeSettings settings;
    private final Audit audit;
    private final InstantSource clock;

    Quotas(
            QueueStore queue,
            JobAccounts accounts,
            CreditLines lines,
            ComputeSettings settings,
            Audit audit,
            InstantSource clock) {
        this.queue = queue;
        this.accounts = accounts;
        this.lines = lines;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public QuotaView of(OrgId firm) {
        var purse = accounts.purse(firm);
        return new QuotaView(
                queue.quota(firm),
                queue.gpus(firm, JobState.PLACED, JobState.RUNNING),
                queue.borrowed(firm, clock.instant()),
                queue.gpus(firm, JobState.QUEUED),
                settings.gpuTimeGranted(),
                new GpuMillis(Math.max(0, purse.gpuTime().available())),
                new GpuMillis(purse.gpuTime().held()),
                settings.creditLine(),
                lines.left(firm, purse.own()),
                new Fen(purse.own().held()),
                new Fen(-purse.own().posted()));
    }

    /// False for a firm that has never looked at compute.
    @Transactional(readOnly = true)
    public boolean isOpen(OrgId firm) {
        return accounts.isOpen(firm);
    }

    /// How many of a firm's waiting jobs would fit into another quota beside what it uses, and do not fit now.
    @Transactional(readOnly = true)
    public int waitingForQuota(OrgId firm, int gpusMax) {
        return queue.waitingBetween(firm, free(firm, queue.quota(firm)), free(firm, gpusMax));
    }

    private GpuAmount free(OrgId firm, int gpusMax) {
        return GpuAmount.ofGpus(gpusMax).minus(queue.gpus(firm, JobState.PLACED, JobState.RUNNING));
    }

    /// Changes how many GPUs a firm may use at the same time.
    @Transactional
    public void setGpusMax(Actor actor, OrgId firm, int gpusMax) {
        queue.setQuota(firm, gpusMax);
        audit.record(actor, "compute.quota-set", firm.value(), Map.of("gpus_max", gpusMax));
    }
}
