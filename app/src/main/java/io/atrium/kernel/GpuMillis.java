// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// GPU time (卡时) in GPU-milliseconds: GPUs of an allocation times the milliseconds that it lasted.
public record GpuMillis(long value) implements Comparable<GpuMillis> {

    public static final GpuMillis ZERO = new GpuMillis(0);
    private static final long PER_GPU_HOUR = 3_600_000L;

    public GpuMillis {
        if (value < 0) {
            throw new IllegalArgumentException("GPU time is never negative: " + value);
        }
    }

    public static GpuMillis of(int gpus, Duration duration) {
        return new GpuMillis(Math.multiplyExact((long) gpus, duration.toMillis()));
    }

    /// What this GPU time costs at a price per GPU-hour: one rounding, half up.
    public Fen at(Fen pricePerGpuHour) {
        return new Fen(BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(pricePerGpuHour.value()))
                .divide(BigDecimal.valueOf(PER_GPU_HOUR), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public BigDecimal gpuHours() {
        return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(PER_GPU_HOUR), 6, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(GpuMillis other) {
        return Long.compare(value, other.value);
    }
}
