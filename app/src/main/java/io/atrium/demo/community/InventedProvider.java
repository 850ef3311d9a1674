// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.util.List;

/// An invented compute provider (算力服务商) with its pools.
public record InventedProvider(int number, String unifiedCode, String name, String nameEn, List<Pool> pools) {
    /// A pool of equal nodes; the price is in fen per GPU-hour, `memoryGib` that of one GPU. Model names are classes of
    /// accelerators, no product; `linkGbps` is 0 where nothing is said.
    public record Pool(
            String code,
            String model,
            boolean domestic,
            int memoryGib,
            int nodes,
            int gpusPerNode,
            long priceFenPerGpuHour,
            int sharesPerGpu,
            int cpusPerGpu,
            int memoryGibPerGpu,
            int linkGbps) {
        /// With so fast a network between its nodes.
        public Pool linked(int gbps) {
            return new Pool(
                    code,
                    model,
                    domestic,
                    memoryGib,
                    nodes,
                    gpusPerNode,
                    priceFenPerGpuHour,
                    sharesPerGpu,
                    cpusPerGpu,
                    memoryGibPerGpu,
                    gbps);
        }

        public int gpus() {
            return nodes * gpusPerNode;
        }
    }

    public InventedProvider {
        pools = List.copyOf(pools);
    }

    public int gpus() {
        return pools.stream().mapToInt(Pool::gpus).sum();
    }
}
