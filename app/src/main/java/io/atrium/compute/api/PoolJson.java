// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.PoolView;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.MoneyJson;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A pool and its price on the wire.
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
        int gpusFree,
        @Nullable Integer gpusSimulated,
        MoneyJson pricePerGpuHour,
        OffsetDateTime priceSince) {

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
                pool.capacity().gpusFree(),
                pool.capacity().gpusSimulated() == 0 ? null : pool.capacity().gpusSimulated(),
                MoneyJson.of(pool.pricePerGpuHour()),
                pool.priceSince().atZone(BusinessClock.ZONE).toOffsetDateTime());
    }
}
