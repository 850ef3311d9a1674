// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.account.CreditLines;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.domain.RequestCheck;
import io.atrium.compute.domain.WaitAnswers;
import io.atrium.compute.domain.Workload;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.store.FleetStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.compute.store.StartStore;
import io.atrium.engine.scheduler.Admission;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Refusal.LargerThanAnyPool;
import io.atrium.engine.scheduler.model.Refusal.LinkTooFast;
import io.atrium.engine.scheduler.model.Refusal.NoPoolAllowed;
import io.atrium.engine.scheduler.model.Refusal.ShareNotSold;
import io.atrium.engine.scheduler.model.Refusal.TooMuchPerGpu;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.rule.Candidate;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds the pool for a request, its price, and when it would start; the same for an estimate and a submission.
@Component
class Offers {

    private static final String ASKING = "asking";

    private final FleetStore fleet;
    private final QueueStore queue;
    private final StartStore starts;
    private final JobAccounts accounts;
    private final CreditLines lines;
    private final Engines engines;
    private final InstantSource clock;

    Offers(
            FleetStore fleet,
            QueueStore queue,
            StartStore starts,
            JobAccounts accounts,
            CreditLines lines,
            Engines engines,
            InstantSource clock) {
        this.fleet = fleet;
        this.queue = queue;
        this.starts = starts;
        this.accounts = accounts;
        this.lines = lines;
        this.engines = engines;
        this.clock = clock;
    }

    /// Refused: throws with the first reason in the order of [ComputeRefusal].
    JobEstimate offer(OrgId firm, JobRequest request) {
        var now = clock.instant();
        RequestCheck.refusal(request, now).ifPresent(Offers::refuse);
        var snapshot = queue.snapshot(now);
        requireKnownPool(request, snapshot);
        requireKnownData(request, snapshot);
        requireRunnableAt(request);
        var job = asked(firm, request, snapshot, now);
        new Admission(snapshot.fleet()).refusal(job).ifPresent(refusal -> refuse(phrase(refusal)));
        requireWithinQuota(firm, job, snapshot);
        return estimate(firm, request, snapshot, job);
    }

    private JobEstimate estimate(OrgId firm, JobRequest request, Snapshot snapshot, Job job) {
        var result = Round.of(asking(snapshot, firm, job));
        var placed = result.placed().stream()
                .filter(each -> each.job().id().value().equals(ASKING))
                .findFirst();
        if (placed.isPresent()) {
            return priced(
                    firm,
                    request,
                    snapshot,
                    pool(snapshot, placed.get().placement().pool()),
                    WaitAnswer.startsNow(snapshot.at(), request.neededBy() == null ? null : InTime.LIKELY));
        }
        var waiting = result.waiting().stream()
                .filter(each -> each.job().id().value().equals(ASKING))
                .findFirst()
                .orElseThrow();
        return priced(
                firm,
                request,
                snapshot,
                bestThatFits(snapshot, job),
                starts.counted(WaitAnswers.of(waiting, snapshot.at()), false));
    }

    private JobEstimate priced(OrgId firm, JobRequest request, Snapshot snapshot, Pool pool, WaitAnswer start) {
        var price = new Fen(pool.fenPerGpuHour());
        var held = pool.share().amount().times(request.gpus());
        var atLimit = Metering.atLimit(held, request.timeLimit(), price);
        var split = accounts.quote(firm, atLimit.listPrice());
        var own = accounts.purse(firm).own();
        return new JobEstimate(
                pool.id().value(),
                new OrgId(pool.provider().value()),
                pool.model().value(),
                price,
                atLimit.gpuTime(),
                atLimit.listPrice(),
                split.voucher(),
                split.voucherPart(),
                split.ownPart(),
                lines.left(firm, own).minus(split.ownPart()),
                start,
                pool.shape(),
                provider(request, snapshot)
                        .map(provider -> new OrgId(provider.value()))
                        .orElse(null));
    }

    private static boolean isBoundToThisMachine(JobRequest request) {
        return Workload.find(request.workload()).orElseThrow().isBoundToThisMachine();
    }

    private void requireRunnableAt(JobRequest request) {
        if (request.pool() != null && isBoundToThisMachine(request) && !engines.isHere(request.pool())) {
            refuse(Refusal.of(ComputeRefusal.WORKLOAD_NOT_AT_POOL, "pool", request.pool()));
        }
    }

    private Job asked(OrgId firm, JobRequest request, Snapshot snapshot, Instant now) {
        var wishes = isBoundToThisMachine(request) ? onThisMachine(snapshot) : Wishes.anywhere();
        if (request.gpuModel() != null) {
            wishes = wishes.onModel(new GpuModel(request.gpuModel()));
        }
        if (request.pool() != null) {
            wishes = wishes.inPools(Set.of(new PoolId(request.pool())));
        }
        wishes = wishes.shaped(request.needs().shape());
        wishes = provider(request, snapshot).map(wishes::nearDataAt).orElse(wishes);
        return new Job(
                new JobId(ASKING),
                new TenantId(firm.value()),
                request.gpus(),
                request.timeLimit(),
                new Turn(0, now, request.project().strip()),
                wishes,
                request.interruptible(),
                Optional.ofNullable(request.neededBy()));
    }

    /// Anywhere, unless pools of clusters must be left out.
    private Wishes onThisMachine(Snapshot snapshot) {
        var elsewhere = engines.elsewhere();
        return elsewhere.isEmpty()
                ? Wishes.anywhere()
                : Wishes.anywhere()
                        .inPools(snapshot.fleet().pools().stream()
                                .map(Pool::id)
                                .filter(pool -> !elsewhere.contains(pool.value()))
                                .collect(Collectors.toSet()));
    }

    /// With the asking job in the queue; its firm has a quota and a share, though it may never have had a job before.
    private Snapshot asking(Snapshot snapshot, OrgId firm, Job job) {
        var quota = queue.quota(firm);
        var quotas = new HashMap<>(snapshot.quotas().gpusMax());
        quotas.put(job.tenant(), quota);
        var weights = new HashMap<>(snapshot.shares().weights());
        weights.putIfAbsent(job.tenant(), Math.max(1, quota));
        var waiting = new ArrayList<>(snapshot.waiting());
        waiting.add(job);
        return new Snapshot(
                snapshot.at(),
                snapshot.fleet(),
                new io.atrium.engine.scheduler.model.Quotas(quotas),
                new Shares(
                        snapshot.shares().halfLife(), weights, snapshot.shares().used()),
                waiting,
                snapshot.running(),
                snapshot.lending(),
                snapshot.experience());
    }

    private static void requireKnownPool(JobRequest request, Snapshot snapshot) {
        if (request.pool() != null && find(snapshot, request.pool()).isEmpty()) {
            refuse(Refusal.of(ComputeRefusal.POOL_UNKNOWN, "pool", request.pool()));
        }
    }

    private static void requireKnownData(JobRequest request, Snapshot snapshot) {
        var data = request.needs().dataAt();
        if (data != null && provider(request, snapshot).isEmpty()) {
            refuse(new Refusal(ComputeRefusal.DATA_AT_UNKNOWN, Map.of("field", "data_at", "given", data)));
        }
    }

    /// The provider at which the data lie: by itself, or by one of its pools.
    private static Optional<ProviderId> provider(JobRequest request, Snapshot snapshot) {
        var data = request.needs().dataAt();
        return snapshot.fleet().pools().stream()
                .filter(pool -> pool.provider().value().equals(data)
                        || pool.id().value().equals(data))
                .map(Pool::provider)
                .findFirst();
    }

    private void requireWithinQuota(OrgId firm, Job job, Snapshot snapshot) {
        var quota = queue.quota(firm);
        var allowed = snapshot.fleet().pools().stream().filter(pool -> RuleCatalogue.admits(job, pool));
        var wanted = HoldBackOverQuota.RULE.wanted(job, allowed);
        if (wanted.compareTo(GpuAmount.ofGpus(quota)) > 0) {
            refuse(new Refusal(ComputeRefusal.LARGER_THAN_QUOTA, Map.of("gpus", wanted.rounded(), "quota", quota)));
        }
    }

    /// Of the pools that could take it some day, the one that the rules of placement prefer.
    private static Pool bestThatFits(Snapshot snapshot, Job job) {
        var admission = new Admission(snapshot.fleet());
        return snapshot.fleet().pools().stream()
                .filter(pool -> RuleCatalogue.admits(job, pool))
                .filter(pool -> admission
                        .refusal(job.withWishes(job.wishes().inPools(Set.of(pool.id()))))
                        .isEmpty())
                .map(pool -> new Candidate(pool, 0))
                .reduce((one, other) -> RuleCatalogue.isBetter(job, other, one) ? other : one)
                .orElseThrow()
                .pool();
    }

    private static Pool pool(Snapshot snapshot, PoolId id) {
        return find(snapshot, id.value()).orElseThrow();
    }

    private static Optional<Pool> find(Snapshot snapshot, String id) {
        return snapshot.fleet().pools().stream()
                .filter(pool -> pool.id().value().equals(id))
                .findFirst();
    }

    private static Refusal phrase(io.atrium.engine.scheduler.model.Refusal refusal) {
        return switch (refusal) {
            case ShareNotSold(var wanted, var sold) ->
                new Refusal(
                        ComputeRefusal.SHARE_NOT_SOLD,
                        Map.of(
                                "field",
                                "gpu_share",
                                "wanted",
                                wanted.toString(),
                                "sold",
                                sold.stream().map(GpuShare::toString).collect(Collectors.joining(", "))));
            case TooMuchPerGpu(var wanted, var pool, var given) ->
                new Refusal(
                        ComputeRefusal.TOO_MUCH_PER_GPU,
                        Map.of(
                                "field", wanted.cpus() > given.cpus() ? "cpus_per_gpu" : "memory_gib_per_gpu",
                                "cpus", wanted.cpus(),
                                "memory", wanted.memoryGib(),
                                "pool", pool.value(),
                                "cpus_given", given.cpus(),
                                "memory_given", given.memoryGib()));
            case LinkTooFast(var wanted, var pool, var given) ->
                new Refusal(
                        ComputeRefusal.LINK_TOO_FAST,
                        Map.of(
                                "field", "link_gbps",
                                "link", wanted.gbps(),
                                "pool", pool.value(),
                                "link_given", given.gbps()));
            case NoPoolAllowed _ -> Refusal.of(ComputeRefusal.NO_POOL_ALLOWED);
            case LargerThanAnyPool(var wanted, var pool, var max) ->
                new Refusal(
                        ComputeRefusal.LARGER_THAN_ANY_POOL,
                        Map.of("wanted", wanted, "pool", pool.value(), "max", max));
        };
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
