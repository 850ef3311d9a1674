// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import java.time.LocalDate;
import java.util.List;

/// What a provider answers (入驻资料).
public record JoiningAnswers(Contact contact, List<Pool> pools, Terms terms) {

    public JoiningAnswers {
        pools = List.copyOf(pools);
    }

    /// @param about what the provider runs, and since when
    public record Contact(String name, String phone, String email, String about) {}

    /// A pool with its first price.
    ///
    /// @param gpuMemoryGib of one GPU; `memoryGib` of one node
    /// @param sharesPerGpu in how many equal shares each GPU is sold (分卡); 1: whole
    /// @param linkGbit between its nodes, for each node (互联带宽); 0: not said
    /// @param from the first day of the price, and with that of the pool
    public record Pool(
            String id,
            String gpuModel,
            int gpuMemoryGib,
            boolean domestic,
            int nodes,
            int gpusPerNode,
            int sharesPerGpu,
            int cpusPerNode,
            int memoryGib,
            String region,
            int linkGbit,
            Fen price,
            LocalDate from) {

        /// What it hands out: CPUs and memory of a node go with its GPUs, in whole numbers. Its link stays one.
        public Shape shape() {
            return new Shape(
                    new GpuShare(sharesPerGpu),
                    new PerGpu(cpusPerNode / gpusPerNode, memoryGib / gpusPerNode),
                    new Link(linkGbit));
        }

        public int gpus() {
            return nodes * gpusPerNode;
        }
    }

    /// @param settlementAccount to whom and where its receivables are paid, as the provider words it
    public record Terms(String serviceHours, String incidentContact, String settlementAccount) {}
}
