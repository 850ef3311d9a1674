// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Shape (形状): how much of a GPU is handed out at a time, and what comes with a GPU. A pool has one and sells it; a
/// job wants one, and may be given more.
public record Shape(GpuShare share, PerGpu perGpu) {
    /// Whole GPUs, and nothing said about CPUs and memory.
    public static final Shape WHOLE_GPUS = new Shape(GpuShare.WHOLE, PerGpu.NOTHING);

    public Shape withPerGpu(PerGpu other) {
        return new Shape(share, other);
    }
}
