// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Shape (形状): how much of a GPU is handed out at a time, what comes with a GPU, and how fast the network between
/// nodes is. A pool has one and sells it; a job wants one, and may be given more.
public record Shape(GpuShare share, PerGpu perGpu, Link link) {
    /// Whole GPUs, and nothing said about CPUs, memory and network.
    public static final Shape WHOLE_GPUS = new Shape(GpuShare.WHOLE, PerGpu.NOTHING);

    /// Nothing said about the network.
    public Shape(GpuShare share, PerGpu perGpu) {
        this(share, perGpu, Link.NOTHING);
    }

    public Shape withShare(GpuShare other) {
        return new Shape(other, perGpu, link);
    }

    public Shape withPerGpu(PerGpu other) {
        return new Shape(share, other, link);
    }

    public Shape withLink(Link other) {
        return new Shape(share, perGpu, other);
    }
}
