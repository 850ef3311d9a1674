// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Pool (资源池): nodes of one provider that are alike in GPU model, size, shape and price. A gang stays within one pool.
///
/// @param gpusPerNode as they are built in, whole
/// @param fenPerGpuHour for a whole GPU; a share costs its part
/// @param shape what it hands out: whole GPUs, or equal shares of them
public record Pool(PoolId id, ProviderId provider, GpuModel model, int gpusPerNode, long fenPerGpuHour, Shape shape) {
    public Pool {
        Limits.require(
                gpusPerNode >= 1 && gpusPerNode * shape.share().perGpu() <= Limits.GPUS_PER_NODE_MAX,
                "a node has 1 to " + Limits.GPUS_PER_NODE_MAX + " GPUs or shares of GPUs");
        Limits.require(fenPerGpuHour >= 0, "a price is not negative");
    }

    /// One that sells whole GPUs and has not said what comes with them.
    public Pool(PoolId id, ProviderId provider, GpuModel model, int gpusPerNode, long fenPerGpuHour) {
        this(id, provider, model, gpusPerNode, fenPerGpuHour, Shape.WHOLE_GPUS);
    }

    public Pool shaped(Shape sold) {
        return new Pool(id, provider, model, gpusPerNode, fenPerGpuHour, sold);
    }

    public GpuShare share() {
        return shape.share();
    }

    /// What a node hands out one by one (份): GPUs, or shares of them. Jobs, slices and indexes count these.
    public int piecesPerNode() {
        return gpusPerNode * share().perGpu();
    }
}
