// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.share;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.atrium.compute.ShareStanding;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.Standings;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of fair shares (公平份额). A firm learns about itself, and about all others together; who runs pools
/// learns about every firm in them. Nothing is kept: each answer is computed from what the next round would see.
@Component
public class FairShares {

    private final QueueStore queue;
    private final InstantSource clock;

    FairShares(QueueStore queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /// What a firm may know: its own standing, and all others as one sum.
    @Transactional(readOnly = true)
    public OwnShare of(OrgId firm) {
        var tenant = new TenantId(firm.value());
        var snapshot = joined(queue.snapshot(clock.instant()), tenant);
        var all = tenants(snapshot, queue.borrowed(snapshot.at()));
        var own = all.stream()
                .filter(each -> each.firm().equals(firm))
                .findFirst()
                .orElseThrow();
        var others = all.stream().filter(each -> !each.firm().equals(firm)).toList();
        var contending = others.stream().filter(each -> each.jobsWaiting() > 0).toList();
        return new OwnShare(
                snapshot.at(),
                own,
                others.size(),
                sums(others),
                others.stream().map(each -> each.inUseOfAll().borrowed()).reduce(GpuAmount.ZERO, GpuAmount::plus),
                contending.size(),
                (int) contending.stream()
                        .filter(each -> each.ofShare() < own.ofShare())
                        .count());
    }

    /// All firms in the pools that the reader may look after, in the order in which they would be served.
    @Transactional(readOnly = true)
    public List<TenantShare> list(Scope scope) {
        Predicate<Pool> pools = pool -> scope.sees(new OrgId(pool.provider().value()));
        var now = clock.instant();
        return tenants(queue.snapshot(now, pools), queue.borrowed(now));
    }

    /// GPUs that each pool lends now, by the pool's id; public, as all capacity is.
    @Transactional(readOnly = true)
    public Map<String, GpuAmount> lentByPools() {
        return queue.borrowed(clock.instant()).stream()
                .collect(toMap(
                        job -> job.placement().pool().value(),
                        job -> job.placement().amount(),
                        GpuAmount::plus));
    }

    /// A firm that has never had a job has the share that it would get with its first one.
    private Snapshot joined(Snapshot snapshot, TenantId tenant) {
        var weights = new HashMap<>(snapshot.shares().weights());
        weights.putIfAbsent(tenant, Math.max(1, queue.quota(new OrgId(tenant.value()))));
        var shares = snapshot.shares();
        return snapshot.withShares(new Shares(shares.halfLife(), weights, shares.used()));
    }

    /// @param borrowers of all pools: a quota covers what its firm uses anywhere
    private static List<TenantShare> tenants(Snapshot snapshot, List<Running> borrowers) {
        var standings = new Standings(snapshot);
        var waiting = snapshot.waiting().stream().collect(groupingBy(Job::tenant, summingInt(_ -> 1)));
        var inUse = inUse(snapshot, borrowers);
        return snapshot.shares().weights().entrySet().stream()
                .map(entry -> {
                    var tenant = entry.getKey();
                    return new TenantShare(
                            new OrgId(tenant.value()),
                            entry.getValue(),
                            ShareStanding.of(Objects.requireNonNull(standings.of(tenant))),
                            standings.ofShare(tenant),
                            waiting.getOrDefault(tenant, 0),
                            inUse.getOrDefault(tenant, Map.of()),
                            models(standings, tenant));
                })
                .sorted(Comparator.comparingDouble(TenantShare::ofShare)
                        .thenComparing(each -> each.firm().value()))
                .toList();
    }

    private static Map<TenantId, Map<String, InUse>> inUse(Snapshot snapshot, List<Running> borrowers) {
        var models = snapshot.fleet().pools().stream().collect(toMap(Pool::id, Pool::model));
        var borrowed = borrowers.stream().map(Running::job).collect(toSet());
        return snapshot.running().stream()
                .collect(groupingBy(
                        Running::tenant,
                        toMap(
                                job -> Objects.requireNonNull(
                                                models.get(job.placement().pool()))
                                        .value(),
                                job -> inUse(job, borrowed.contains(job.job())),
                                InUse::plus,
                                TreeMap::new)));
    }

    private static InUse inUse(Running job, boolean isBorrowed) {
        var gpus = job.placement().amount();
        return new InUse(gpus, isBorrowed ? gpus : GpuAmount.ZERO);
    }

    private static Map<String, Standings.Part> models(Standings standings, TenantId tenant) {
        var models = new TreeMap<String, Standings.Part>();
        standings.parts(tenant).forEach((model, part) -> models.put(model.value(), part));
        return models;
    }

    /// What all of them together used and claim of each model.
    private static Map<String, Standings.Part> sums(List<TenantShare> tenants) {
        var sums = new TreeMap<String, Standings.Part>();
        tenants.forEach(tenant -> tenant.models()
                .forEach((model, part) -> sums.merge(
                        model,
                        part,
                        (one, other) ->
                                new Standings.Part(one.used() + other.used(), one.claimed() + other.claimed()))));
        return sums;
    }
}
