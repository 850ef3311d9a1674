// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.List;
import java.util.Optional;

/// GPU share (分卡): one of the equal parts into which a pool cuts each of its GPUs. A whole GPU is the share of which
/// there is one.
///
/// @param perGpu how many of it make a GPU
public record GpuShare(int perGpu) implements Comparable<GpuShare> {
    /// What MIG geometries and time slices cut a GPU into, from the whole down.
    public static final List<Integer> CUTS = List.of(1, 2, 4, 7, 8);

    public static final GpuShare WHOLE = new GpuShare(1);

    private static final String ONE_OF = "1/";

    public GpuShare {
        Limits.require(CUTS.contains(perGpu), "a GPU is sold whole or in 2, 4, 7 or 8 equal shares");
    }

    /// Reads what [#toString] writes: `1`, or `1/4`.
    public static Optional<GpuShare> read(String written) {
        return CUTS.stream()
                .map(GpuShare::new)
                .filter(share -> share.toString().equals(written))
                .findFirst();
    }

    public boolean isWhole() {
        return perGpu == 1;
    }

    /// True if whoever wants this much of a GPU may be given that: a share at least as large, and whole GPUs for whole
    /// ones only.
    public boolean mayBe(GpuShare given) {
        return isWhole() ? given.isWhole() : !given.isWhole() && given.perGpu <= perGpu;
    }

    /// How much of a GPU it is.
    public GpuAmount amount() {
        return new GpuAmount(GpuAmount.PARTS_PER_GPU / perGpu);
    }

    /// The larger share first.
    @Override
    public int compareTo(GpuShare other) {
        return Integer.compare(perGpu, other.perGpu);
    }

    @Override
    public String toString() {
        return isWhole() ? "1" : ONE_OF + perGpu;
    }
}
