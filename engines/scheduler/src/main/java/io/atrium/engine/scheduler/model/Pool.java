// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Pool (资源池): nodes of one provider that are alike in GPU model, size and price. A gang stays within one pool.
public record Pool(PoolId id, ProviderId provider, GpuModel model, int gpusPerNode, long fenPerGpuHour) {
    public Pool {
        Limits.require(
                gpusPerNode >= 1 && gpusPerNode <= Limits.GPUS_PER_NODE_MAX,
                "a node has 1 to " + Limits.GPUS_PER_NODE_MAX + " GPUs");
        Limits.require(fenPerGpuHour >= 0, "a price is not negative");
    }
}
