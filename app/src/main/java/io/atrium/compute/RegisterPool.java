// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;

/// A provider brings a pool of equal nodes.
///
/// @param memoryGib of one GPU
/// @param shape whether whole GPUs or shares of them are sold (分卡), what comes with a GPU (配比), and the network
/// between its nodes (互联带宽); it stays so
/// @param id readable and unique: `lanxian-h800`; its nodes are called `lanxian-h800-0001` and so on
public record RegisterPool(
        String id,
        OrgId provider,
        String gpuModel,
        int memoryGib,
        boolean domestic,
        int nodes,
        int gpusPerNode,
        Fen pricePerGpuHour,
        Shape shape) {

    public static final int NODES_MAX = 5_000;

    /// Whole GPUs, and nothing said of CPUs and memory.
    public RegisterPool(
            String id,
            OrgId provider,
            String gpuModel,
            int memoryGib,
            boolean domestic,
            int nodes,
            int gpusPerNode,
            Fen pricePerGpuHour) {
        this(id, provider, gpuModel, memoryGib, domestic, nodes, gpusPerNode, pricePerGpuHour, Shape.WHOLE_GPUS);
    }

    public RegisterPool {
        if (nodes < 1 || nodes > NODES_MAX) {
            throw new IllegalArgumentException("a pool has 1 to " + NODES_MAX + " nodes, not " + nodes);
        }
    }
}
