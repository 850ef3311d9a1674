// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.List;

/// Placement (放置): where a gang sits. All of it lies in one pool.
public record Placement(PoolId pool, List<Slice> slices) {
    public Placement {
        Limits.require(!slices.isEmpty(), "a placement has a slice");
        slices = List.copyOf(slices);
    }

    public int gpus() {
        var sum = 0;
        for (var slice : slices) {
            sum += slice.gpus();
        }
        return sum;
    }
}
