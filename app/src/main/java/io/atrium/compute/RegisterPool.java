// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;

/// A provider brings a pool of equal nodes.
///
/// @param id readable and unique: `lanxian-h800`; its nodes are called `lanxian-h800-0001` and so on
public record RegisterPool(
        String id,
        OrgId provider,
        String gpuModel,
        int memoryGib,
        boolean domestic,
        int nodes,
        int gpusPerNode,
        Fen pricePerGpuHour) {

    public static final int NODES_MAX = 5_000;

    public RegisterPool {
        if (nodes < 1 || nodes > NODES_MAX) {
            throw new IllegalArgumentException("a pool has 1 to " + NODES_MAX + " nodes, not " + nodes);
        }
    }
}
