// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Set;

/// Ask (资源请求): what one task wants on one machine. A share of one GPU has one GPU with fewer than 1,000 milli;
/// whole GPUs have 1,000 milli each; none is a task for CPUs alone.
///
/// @param models the GPU models that will do; empty means any
public record Ask(int cpuMilli, int memoryMib, int gpus, int gpuMilli, Set<GpuModel> models) {
    public static final int WHOLE_GPU = 1_000;

    public Ask {
        models = Set.copyOf(models);
        Limits.require(cpuMilli >= 0 && memoryMib >= 0, "an ask has no negative CPU or memory");
        Limits.require(gpus >= 0 && gpus <= Limits.GPUS_PER_NODE_MAX, "a task asks for 0 to 62 GPUs of one machine");
        Limits.require(
                gpus == 0 ? gpuMilli == 0 : gpuMilli == WHOLE_GPU || gpus == 1 && gpuMilli > 0 && gpuMilli < WHOLE_GPU,
                "a task asks for whole GPUs or for a share of one");
    }

    public static Ask ofCpu(int cpuMilli, int memoryMib) {
        return new Ask(cpuMilli, memoryMib, 0, 0, Set.of());
    }

    public boolean isShare() {
        return gpus == 1 && gpuMilli < WHOLE_GPU;
    }

    /// All the GPU that it takes, in thousandths.
    public int milli() {
        return gpus * gpuMilli;
    }
}
