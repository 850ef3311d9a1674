// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;

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
        Instant priceSince) {

    /// @param nodesUnavailable nodes that take no new jobs: drained, in maintenance, leased, or stopped by an
    /// announcement
    /// @param nodesLeased of those, nodes that a lease has or will have soon
    /// @param gpusInUse by placed and running jobs
    /// @param gpusFree on nodes that take new jobs
    /// @param gpusSimulated of those in use, by jobs of the demo's simulation
    public record Capacity(
            int nodes,
            int nodesUnavailable,
            int nodesLeased,
            int gpus,
            int gpusInUse,
            int gpusFree,
            int gpusSimulated) {

        /// Nodes that take no new jobs for another reason than a lease.
        public int nodesPaused() {
            return nodesUnavailable - nodesLeased;
        }
    }
}
