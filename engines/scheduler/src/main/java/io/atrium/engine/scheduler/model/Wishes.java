// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Where a job may run. An empty set of providers or pools means "any".
public record Wishes(
        Optional<GpuModel> model,
        Set<ProviderId> providers,
        Set<PoolId> pools,
        OptionalLong fenPerGpuHourMax,
        PoolPreference preference) {
    public Wishes {
        providers = Set.copyOf(providers);
        pools = Set.copyOf(pools);
    }

    public static Wishes anywhere() {
        return new Wishes(Optional.empty(), Set.of(), Set.of(), OptionalLong.empty(), PoolPreference.CHEAPEST);
    }

    public Wishes onModel(GpuModel wanted) {
        return new Wishes(Optional.of(wanted), providers, pools, fenPerGpuHourMax, preference);
    }

    public Wishes atProviders(Set<ProviderId> allowed) {
        return new Wishes(model, allowed, pools, fenPerGpuHourMax, preference);
    }

    public Wishes inPools(Set<PoolId> allowed) {
        return new Wishes(model, providers, allowed, fenPerGpuHourMax, preference);
    }

    public Wishes upTo(long fenPerGpuHour) {
        return new Wishes(model, providers, pools, OptionalLong.of(fenPerGpuHour), preference);
    }

    public Wishes preferring(PoolPreference wanted) {
        return new Wishes(model, providers, pools, fenPerGpuHourMax, wanted);
    }
}
