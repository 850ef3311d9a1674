// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import io.atrium.engine.scheduler.FadingUse;
import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Who competes for the pools (份额竞争者), and what each has had: what was settled and what runs, as of one instant.
/// A tenant competes while it has a job that waits or runs, and until its use has faded away.
public final class Contest {

    /// Below a GPU-hour nobody's share is worth a line.
    private static final long FADED_GPU_MILLIS = 3_600_000;

    private final Duration halfLife;
    private final Instant at;
    private final Map<Key, FadingUse> uses = new HashMap<>();
    private final Set<TenantId> present = new HashSet<>();

    private record Key(TenantId tenant, String project, GpuModel model) {}

    public Contest(Duration halfLife, Instant at) {
        this.halfLife = halfLife;
        this.at = at;
    }

    /// A tenant with a job that waits or runs.
    public void join(TenantId tenant) {
        present.add(tenant);
    }

    /// What was settled.
    public void used(TenantId tenant, String project, GpuModel model, FadingUse use) {
        uses.merge(
                new Key(tenant, project, model),
                use.at(at, halfLife),
                (one, other) -> new FadingUse(Math.addExact(one.gpuMillis(), other.gpuMillis()), at));
    }

    /// What runs, since it began.
    public void runs(TenantId tenant, String project, GpuModel model, Stay stay) {
        used(tenant, project, model, FadingUse.none(stay.from()).plus(stay, halfLife));
    }

    /// @param weight of a tenant, at least 1
    public Shares shares(ToIntFunction<TenantId> weight) {
        var total = new HashMap<TenantId, Long>();
        uses.forEach((key, use) -> total.merge(key.tenant(), use.gpuMillis(), Math::addExact));
        total.forEach((tenant, gpuMillis) -> {
            if (gpuMillis >= FADED_GPU_MILLIS) {
                present.add(tenant);
            }
        });
        var weights = new HashMap<TenantId, Integer>();
        present.forEach(tenant -> weights.put(tenant, Math.max(1, weight.applyAsInt(tenant))));
        return new Shares(halfLife, weights, used());
    }

    private List<Shares.Used> used() {
        var used = new ArrayList<Shares.Used>();
        uses.forEach((key, use) -> {
            if (present.contains(key.tenant())) {
                used.add(new Shares.Used(key.tenant(), key.project(), key.model(), use.gpuMillis()));
            }
        });
        return used;
    }
}
