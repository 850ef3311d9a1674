// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What tenants and their projects have claimed of the pool (已占用份额), brought forward while the round goes on.
///
/// GPUs of one model are one resource; of those that a tenant used, the one of which it had the largest part counts
/// (dominant resource fairness, Ghodsi and others 2011). A claim is what was used, fading, and what running jobs and
/// jobs with an earlier turn will come to if they use their whole limits: a GPU held for ever comes to one mean life
/// of the memory. All claims are whole GPU-milliseconds and are only ever added, so no order of adding changes a turn.
public final class Standings {
    private static final int NO_RESOURCE = -1;

    private final Shares shares;
    private final double meanLifeMs;
    private final Map<GpuModel, Integer> resources = new HashMap<>();
    private final double[] capacity;
    private final Map<TenantId, Tenant> tenants = new HashMap<>();
    private final Map<Duration, Double> parts = new HashMap<>();
    private final long weights;

    /// Use of each resource, and the largest part of one.
    private final class Meter {
        private final long[] gpuMillis = new long[capacity.length];
        private double dominant;

        void add(int resource, long amount) {
            if (resource == NO_RESOURCE) {
                return; // what a model gave that has left the fleet is nobody's claim any more
            }
            gpuMillis[resource] = Math.addExact(gpuMillis[resource], amount);
            dominant = Math.max(dominant, part(resource));
        }

        double part(int resource) {
            return gpuMillis[resource] / capacity[resource];
        }
    }

    private final class Tenant {
        private final Meter used = new Meter();
        private final Meter claimed = new Meter();
        private final Map<String, Meter> projects = new HashMap<>();
        private final double share;

        private Tenant(double share) {
            this.share = share;
        }

        void add(String project, int resource, long amount) {
            claimed.add(resource, amount);
            projects.computeIfAbsent(project, _ -> new Meter()).add(resource, amount);
        }
    }

    /// What was seen of a job's tenant when its turn came.
    record Seen(@Nullable Standing standing, boolean overtaken) {}

    public Standings(Snapshot snapshot) {
        shares = snapshot.shares();
        meanLifeMs = shares.halfLife().toMillis() / StrictMath.log(2);
        weights = shares.weights().values().stream().mapToLong(weight -> weight).sum();
        var gpus = gpusByModel(snapshot);
        gpus.keySet().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .forEach(model -> resources.put(model, resources.size()));
        capacity = new double[resources.size()];
        resources.forEach(
                (model, resource) -> capacity[resource] = Objects.requireNonNull(gpus.get(model)) * meanLifeMs);
        if (!shares.isNone()) {
            shares.weights().keySet().forEach(this::tenant);
            shares.used().forEach(this::addUsed);
            addRunning(snapshot);
        }
    }

    /// What a tenant claims now of its dominant resource, over its share; infinite if it has no share of its own.
    public double ofShare(TenantId tenant) {
        if (shares.isNone()) {
            return 0;
        }
        var known = tenant(tenant);
        return known.share == 0 ? Double.POSITIVE_INFINITY : known.claimed.dominant / known.share;
    }

    /// What the job's project claims now of its dominant resource.
    public double ofProject(Job job) {
        var known = tenants.get(job.tenant());
        var meter = known == null ? null : known.projects.get(job.turn().project());
        return meter == null ? 0 : meter.dominant;
    }

    /// A job will hold GPUs of a pool until its limit.
    public void claim(Job job, Pool pool) {
        if (!shares.isNone()) {
            var amount = amount(job.amountIn(pool), job.timeLimit());
            tenant(job.tenant()).add(job.turn().project(), resource(pool), amount);
        }
    }

    /// Where a tenant stands now, or null where there are no shares.
    public @Nullable Standing of(TenantId tenant) {
        if (shares.isNone()) {
            return null;
        }
        var known = tenant(tenant);
        return new Standing(
                rounded(known.share), rounded(known.used.dominant), rounded(known.claimed.dominant), shares.halfLife());
    }

    /// What a tenant used of late, and claims, of the GPUs of one model, in hundredths of a percent.
    public record Part(int used, int claimed) {}

    /// The same for each model of the fleet, in the order of their names.
    public SequencedMap<GpuModel, Part> parts(TenantId tenant) {
        var known = tenant(tenant);
        var parts = new LinkedHashMap<GpuModel, Part>();
        resources.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> parts.put(
                        entry.getKey(),
                        new Part(
                                rounded(known.used.part(entry.getValue())),
                                rounded(known.claimed.part(entry.getValue())))));
        return parts;
    }

    private void addUsed(Shares.Used used) {
        var resource = resources.getOrDefault(used.model(), NO_RESOURCE);
        var tenant = tenant(used.tenant());
        tenant.used.add(resource, used.gpuMillis());
        tenant.add(used.project(), resource, used.gpuMillis());
    }

    private void addRunning(Snapshot snapshot) {
        var pools = poolsById(snapshot);
        for (var job : snapshot.running()) {
            var left = Duration.between(snapshot.at(), job.endsBy());
            if (left.isPositive()) {
                var pool = Objects.requireNonNull(pools.get(job.placement().pool()));
                tenant(job.tenant())
                        .add(
                                job.project(),
                                resource(pool),
                                amount(job.placement().amount(), left));
            }
        }
    }

    private int resource(Pool pool) {
        return resources.getOrDefault(pool.model(), NO_RESOURCE);
    }

    private long amount(GpuAmount held, Duration length) {
        return Math.round(held.inGpus() * parts.computeIfAbsent(length, this::part) * meanLifeMs);
    }

    /// The part of a mean life that a stay of this length comes to; the exact function on every machine.
    private double part(Duration length) {
        return 1
                - StrictMath.pow(
                        0.5, (double) length.toMillis() / shares.halfLife().toMillis());
    }

    private Tenant tenant(TenantId id) {
        return tenants.computeIfAbsent(id, _ -> new Tenant(shares.weights().getOrDefault(id, 0) / (double) weights));
    }

    private static Map<GpuModel, Long> gpusByModel(Snapshot snapshot) {
        var pools = poolsById(snapshot);
        var gpus = new HashMap<GpuModel, Long>();
        for (var node : snapshot.fleet().nodes()) {
            var pool = Objects.requireNonNull(pools.get(node.pool()));
            gpus.merge(pool.model(), (long) pool.gpusPerNode(), Long::sum);
        }
        return gpus;
    }

    private static Map<PoolId, Pool> poolsById(Snapshot snapshot) {
        var pools = new HashMap<PoolId, Pool>();
        snapshot.fleet().pools().forEach(pool -> pools.put(pool.id(), pool));
        return pools;
    }

    private static int rounded(double part) {
        return (int) Math.min(Standing.ALL, Math.round(part * Standing.ALL));
    }
}
