// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Arrays;
import java.util.Optional;

/// Room (余量): what is free on one machine. Machines with equal rooms are alike; which of equally free GPUs is meant
/// makes no difference, so the free shares stand in ascending order.
public final class Room {
    private final Optional<GpuModel> model;
    private final int cpuMilli;
    private final int memoryMib;
    private final int[] free;
    private final int freeMilli;
    private final int hash;

    Room(Optional<GpuModel> model, int cpuMilli, int memoryMib, int[] free) {
        Limits.require(cpuMilli >= 0 && memoryMib >= 0, "a machine gives no more than it has");
        this.model = model;
        this.cpuMilli = cpuMilli;
        this.memoryMib = memoryMib;
        this.free = free;
        Arrays.sort(free);
        freeMilli = Arrays.stream(free).sum();
        hash = 31 * (31 * (31 * model.hashCode() + cpuMilli) + memoryMib) + Arrays.hashCode(free);
    }

    public Optional<GpuModel> model() {
        return model;
    }

    public int cpuMilli() {
        return cpuMilli;
    }

    public int memoryMib() {
        return memoryMib;
    }

    public int gpus() {
        return free.length;
    }

    /// The free thousandths of a GPU; the GPUs stand in ascending order of it.
    public int free(int gpu) {
        return free[gpu];
    }

    public int freeMilli() {
        return freeMilli;
    }

    /// How many GPUs have that much free.
    public int gpusWith(int milli) {
        var count = 0;
        for (var i = free.length - 1; i >= 0 && free[i] >= milli; i--) {
            count++;
        }
        return count;
    }

    /// The room after a share was taken of one GPU.
    public Room afterShare(Ask ask, int gpu) {
        return after(ask, gpu);
    }

    /// The room after whole GPUs, or none, were taken.
    public Room afterWhole(Ask ask) {
        return after(ask, free.length - ask.gpus());
    }

    private Room after(Ask ask, int from) {
        var left = free.clone();
        for (var gpu = from; gpu < from + ask.gpus(); gpu++) {
            left[gpu] -= ask.gpuMilli();
            Limits.require(left[gpu] >= 0, "a GPU gives no more than it has");
        }
        return new Room(model, cpuMilli - ask.cpuMilli(), memoryMib - ask.memoryMib(), left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Room room
                && hash == room.hash
                && cpuMilli == room.cpuMilli
                && memoryMib == room.memoryMib
                && model.equals(room.model)
                && Arrays.equals(free, room.free);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
