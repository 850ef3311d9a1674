// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.PoolView;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.MoneyJson;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A pool and its price on the wire. Free GPUs count shares as the parts of GPUs that they are.
///
/// @param memoryGib of one GPU
/// @param gpuShare what is sold at a time: `1`, a whole GPU, or `1/4` of one
/// @param cpusPerGpu and `hostMemoryGibPerGpu`: what comes with a GPU; absent where the provider has not said it
/// @param linkGbps the network between its nodes, in Gbit/s for each node; absent where it was not said
record PoolJson(
        String id,
        String provider,
        String providerNameZh,
        String providerNameEn,
        String gpuModel,
        int memoryGib,
        boolean domestic,
        int gpusPerNode,
        int nodes,
        int nodesUnavailable,
        int nodesLeased,
        int gpus,
        BigDecimal gpusFree,
        @Nullable BigDecimal gpusSimulated,
        MoneyJson pricePerGpuHour,
        OffsetDateTime priceSince,
        String gpuShare,
        @Nullable Integer cpusPerGpu,
        @Nullable Integer hostMemoryGibPerGpu,
        @Nullable Integer linkGbps) {

    static PoolJson of(PoolView pool) {
        return new PoolJson(
                pool.id(),
                pool.provider().value(),
                pool.providerNameZh(),
                pool.providerNameEn(),
                pool.gpuModel(),
                pool.memoryGib(),
                pool.domestic(),
                pool.gpusPerNode(),
                pool.capacity().nodes(),
                pool.capacity().nodesUnavailable(),
                pool.capacity().nodesLeased(),
                pool.capacity().gpus(),
                pool.capacity().gpusFree().rounded(),
                pool.capacity().gpusSimulated().isPositive()
                        ? pool.capacity().gpusSimulated().rounded()
                        : null,
                MoneyJson.of(pool.pricePerGpuHour()),
                pool.priceSince().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                pool.shape().share().toString(),
                told(pool.shape().perGpu().cpus()),
                told(pool.shape().perGpu().memoryGib()),
                told(pool.shape().link().gbps()));
    }

    private static @Nullable Integer told(int figure) {
        return figure == 0 ? null : figure;
    }
}
