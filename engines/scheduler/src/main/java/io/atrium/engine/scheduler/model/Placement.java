// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.List;

/// Placement (放置): where a gang sits. All of it lies in one pool.
///
/// @param share what each piece of its slices is: a whole GPU, or the share that the pool sells
public record Placement(PoolId pool, List<Slice> slices, GpuShare share) {
    public Placement {
        Limits.require(!slices.isEmpty(), "a placement has a slice");
        slices = List.copyOf(slices);
    }

    /// Of whole GPUs.
    public Placement(PoolId pool, List<Slice> slices) {
        this(pool, slices, GpuShare.WHOLE);
    }

    /// How many pieces it has.
    public int gpus() {
        var sum = 0;
        for (var slice : slices) {
            sum += slice.gpus();
        }
        return sum;
    }

    /// How much of GPUs it holds.
    public GpuAmount amount() {
        return share.amount().times(gpus());
    }
}
