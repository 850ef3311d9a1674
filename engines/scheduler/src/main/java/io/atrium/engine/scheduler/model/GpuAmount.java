// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// GPU amount (卡量): whole GPUs and shares of GPUs, added up without rounding.
///
/// @param parts in 56ths of a GPU: the smallest part of which every share is a whole number
public record GpuAmount(long parts) implements Comparable<GpuAmount> {
    /// The least common multiple of [GpuShare#CUTS].
    public static final int PARTS_PER_GPU = 56;

    public static final GpuAmount ZERO = new GpuAmount(0);

    private static final int DECIMALS = 3;

    public static GpuAmount ofGpus(long gpus) {
        return new GpuAmount(Math.multiplyExact(gpus, PARTS_PER_GPU));
    }

    public GpuAmount plus(GpuAmount other) {
        return new GpuAmount(Math.addExact(parts, other.parts));
    }

    public GpuAmount minus(GpuAmount other) {
        return new GpuAmount(Math.subtractExact(parts, other.parts));
    }

    public GpuAmount times(int count) {
        return new GpuAmount(Math.multiplyExact(parts, count));
    }

    public boolean isPositive() {
        return parts > 0;
    }

    /// Whole GPUs that are in it.
    public int wholeGpus() {
        return Math.toIntExact(Math.floorDiv(parts, PARTS_PER_GPU));
    }

    /// Whole GPUs that cover it.
    public int coveringGpus() {
        return Math.toIntExact(Math.ceilDiv(parts, PARTS_PER_GPU));
    }

    /// For what is counted with doubles; whole GPUs are exact.
    public double inGpus() {
        return (double) parts / PARTS_PER_GPU;
    }

    /// GPU-milliseconds (GPU 毫秒) of a stay: whole ones; what is less than one is nobody's.
    public long millis(Duration stay) {
        return Math.multiplyExact(parts, stay.toMillis()) / PARTS_PER_GPU;
    }

    /// To read: whole GPUs without decimals, anything else rounded to three.
    public BigDecimal rounded() {
        var gpus = BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(PARTS_PER_GPU), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return gpus.scale() < 0 ? gpus.setScale(0, RoundingMode.UNNECESSARY) : gpus;
    }

    @Override
    public int compareTo(GpuAmount other) {
        return Long.compare(parts, other.parts);
    }

    @Override
    public String toString() {
        return rounded().toPlainString();
    }
}
