// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Where a job may run, and where it would rather. An empty set of providers or pools means "any".
///
/// @param shape the least that it takes: of a GPU, of CPUs and memory with it, and of the network between nodes
/// @param dataAt the provider at which its data lie (数据所在); empty: none, or it does not matter
public record Wishes(
        Optional<GpuModel> model,
        Set<ProviderId> providers,
        Set<PoolId> pools,
        OptionalLong fenPerGpuHourMax,
        PoolPreference preference,
        Shape shape,
        Optional<ProviderId> dataAt) {
    public Wishes {
        providers = Set.copyOf(providers);
        pools = Set.copyOf(pools);
    }

    public static Wishes anywhere() {
        return new Wishes(
                Optional.empty(),
                Set.of(),
                Set.of(),
                OptionalLong.empty(),
                PoolPreference.CHEAPEST,
                Shape.WHOLE_GPUS,
                Optional.empty());
    }

    public Wishes onModel(GpuModel wanted) {
        return new Wishes(Optional.of(wanted), providers, pools, fenPerGpuHourMax, preference, shape, dataAt);
    }

    public Wishes atProviders(Set<ProviderId> allowed) {
        return new Wishes(model, allowed, pools, fenPerGpuHourMax, preference, shape, dataAt);
    }

    public Wishes inPools(Set<PoolId> allowed) {
        return new Wishes(model, providers, allowed, fenPerGpuHourMax, preference, shape, dataAt);
    }

    public Wishes upTo(long fenPerGpuHour) {
        return new Wishes(model, providers, pools, OptionalLong.of(fenPerGpuHour), preference, shape, dataAt);
    }

    public Wishes preferring(PoolPreference wanted) {
        return new Wishes(model, providers, pools, fenPerGpuHourMax, wanted, shape, dataAt);
    }

    public Wishes shaped(Shape least) {
        return new Wishes(model, providers, pools, fenPerGpuHourMax, preference, least, dataAt);
    }

    public Wishes nearDataAt(ProviderId provider) {
        return new Wishes(model, providers, pools, fenPerGpuHourMax, preference, shape, Optional.of(provider));
    }
}
