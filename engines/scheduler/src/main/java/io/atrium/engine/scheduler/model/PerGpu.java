// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// What comes with each GPU (配比): CPUs and memory, given by a pool or wanted at least by a job. A share of a GPU gets
/// its part of both. Nothing is what a pool gives that has not said it, and what a job wants that does not mind.
public record PerGpu(int cpus, int memoryGib) {
    public static final PerGpu NOTHING = new PerGpu(0, 0);

    public PerGpu {
        Limits.require(
                cpus >= 0 && cpus <= Limits.CPUS_PER_GPU_MAX,
                "0 to " + Limits.CPUS_PER_GPU_MAX + " CPUs come with a GPU");
        Limits.require(
                memoryGib >= 0 && memoryGib <= Limits.MEMORY_GIB_PER_GPU_MAX,
                "0 to " + Limits.MEMORY_GIB_PER_GPU_MAX + " GiB of memory come with a GPU");
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    public boolean covers(PerGpu wanted) {
        return cpus >= wanted.cpus && memoryGib >= wanted.memoryGib;
    }

    /// Of both the smaller.
    public PerGpu atMost(PerGpu other) {
        return new PerGpu(Math.min(cpus, other.cpus), Math.min(memoryGib, other.memoryGib));
    }
}
