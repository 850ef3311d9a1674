// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Arrays;
import java.util.Optional;

/// Machine (机器): a node whose GPUs can be shared, with its CPUs and memory. Without a GPU it has no model.
public record Machine(NodeId id, int cpuMilli, int memoryMib, int gpus, Optional<GpuModel> model) {
    public Machine {
        Limits.require(cpuMilli >= 0 && memoryMib >= 0, "a machine has no negative CPU or memory");
        Limits.require(gpus >= 0 && gpus <= Limits.GPUS_PER_NODE_MAX, "a machine has 0 to 62 GPUs");
        Limits.require(gpus == 0 || model.isPresent(), "a machine with GPUs names their model");
    }

    public Room emptyRoom() {
        var free = new int[gpus];
        Arrays.fill(free, Ask.WHOLE_GPU);
        return new Room(model, cpuMilli, memoryMib, free);
    }
}
