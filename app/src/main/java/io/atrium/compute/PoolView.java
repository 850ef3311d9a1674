// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/// A pool (资源池) with its capacity, its use and the price in force. Price list, page and API show these numbers.
public record PoolView(
        String id,
        OrgId provider,
        String providerNameZh,
        String providerNameEn,
        String gpuModel,
        int memoryGib,
        boolean domestic,
        int gpusPerNode,
        Capacity capacity,
        Fen pricePerGpuHour,
        Instant priceSince,
        Shape shape) {

    /// A figure of several pools together.
    public static GpuAmount sum(Collection<PoolView> pools, Function<Capacity, GpuAmount> figure) {
        return pools.stream().map(pool -> figure.apply(pool.capacity())).reduce(GpuAmount.ZERO, GpuAmount::plus);
    }

    /// @param nodesUnavailable nodes that take no new jobs: drained, in maintenance, leased, or stopped by an
    /// announcement
    /// @param nodesLeased of those, nodes that a lease has or will have soon
    /// @param gpusInUse by placed and running jobs
    /// @param gpusFree on nodes that take new jobs
    /// @param gpusSimulated of those in use, by jobs of the demo's simulation
    ///
    /// Shares count as the parts of GPUs that they are.
    public record Capacity(
            int nodes,
            int nodesUnavailable,
            int nodesLeased,
            int gpus,
            GpuAmount gpusInUse,
            GpuAmount gpusFree,
            GpuAmount gpusSimulated) {

        /// Nodes that take no new jobs for another reason than a lease.
        public int nodesPaused() {
            return nodesUnavailable - nodesLeased;
        }
    }
}
