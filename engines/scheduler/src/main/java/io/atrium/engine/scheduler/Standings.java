// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What tenants and their projects have claimed of the pool (已占用份额), brought forward while the round goes on.
///
/// GPUs of one model are one resource; of those that a tenant used, the one of which it had the largest part counts
/// (dominant resource fairness, Ghodsi and others 2011). A claim is what was used, fading, and what running jobs and
/// jobs with an earlier turn will come to if they use their whole limits: a GPU held for ever comes to one mean life
/// of the memory. All claims are whole GPU-milliseconds and are only ever added, so no order of adding changes a turn.
public final class Standings {
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
            gpuMillis[resource] = Math.addExact(gpuMillis[resource], amount);
            dominant = Math.max(dominant, gpuMillis[resource] / capacity[resource]);
        }
    }

    private final class Tenant {
        private final Meter claimed = new Meter();
        private final Map<String, Meter> projects = new HashMap<>();
        private final double share;
        private double used;

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
        gpus.keySet().stream().sorted((a, b) -> a.value().compareTo(b.value())).forEach(model -> resources.put(model, resources.size()));
        capacity = new double[resources.size()];
        resources.forEach((model, resource) -> capacity[resource] = Objects.requireNonNull(gpus.get(model)) * meanLifeMs);
        if (!shares.isNone()) {
            shares.used().forEach(this::addUsed);
            tenants.values().forEach(tenant -> tenant.used = tenant.claimed.dominant);
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

    /// What a project claims now of its dominant resource.
    double ofProject(TenantId tenant, String project) {
        var known = tenants.get(tenant);
        var meter = known == null ? null : known.projects.get(project);
        return meter == null ? 0 : meter.dominant;
    }

    /// A job will hold GPUs of a model until its limit.
    void claim(TenantId tenant, String project, GpuModel model, Amount amount) {
        var resource = resources.get(model);
        if (!shares.isNone() && resource != null) {
            var part = parts.computeIfAbsent(amount.length(), this::part);
            tenant(tenant).add(project, resource, Math.round(amount.gpus() * part * meanLifeMs));
        }
    }

    /// GPUs for a while.
    record Amount(int gpus, Duration length) {}

    /// Where a tenant stands now, or null where there are no shares.
    public @Nullable Standing of(TenantId tenant) {
        if (shares.isNone()) {
            return null;
        }
        var known = tenant(tenant);
        return new Standing(
                rounded(known.share), rounded(known.used), rounded(known.claimed.dominant), shares.halfLife());
    }

    private void addUsed(Shares.Used used) {
        var resource = resources.get(used.model());
        if (resource != null) { // what a pool gave that has left the fleet is nobody's claim any more
            tenant(used.tenant()).add(used.project(), resource, used.gpuMillis());
        }
    }

    private void addRunning(Snapshot snapshot) {
        var models = new HashMap<PoolId, GpuModel>();
        snapshot.fleet().pools().forEach(pool -> models.put(pool.id(), pool.model()));
        for (var job : snapshot.running()) {
            var left = Duration.between(snapshot.at(), job.endsBy());
            if (left.isPositive()) {
                var model = Objects.requireNonNull(models.get(job.placement().pool()));
                claim(job.tenant(), job.project(), model, new Amount(job.placement().gpus(), left));
            }
        }
    }

    /// The part of a mean life that a stay of this length comes to; the exact function on every machine.
    private double part(Duration length) {
        return 1 - StrictMath.pow(0.5, (double) length.toMillis() / shares.halfLife().toMillis());
    }

    private Tenant tenant(TenantId id) {
        return tenants.computeIfAbsent(id, _ -> new Tenant(shares.weights().getOrDefault(id, 0) / (double) weights));
    }

    private static Map<GpuModel, Long> gpusByModel(Snapshot snapshot) {
        var pools = new HashMap<PoolId, Pool>();
        snapshot.fleet().pools().forEach(pool -> pools.put(pool.id(), pool));
        var gpus = new HashMap<GpuModel, Long>();
        for (var node : snapshot.fleet().nodes()) {
            var pool = Objects.requireNonNull(pools.get(node.pool()));
            gpus.merge(pool.model(), (long) pool.gpusPerNode(), Long::sum);
        }
        return gpus;
    }

    private static int rounded(double part) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(part * Standing.ALL));
    }
}
