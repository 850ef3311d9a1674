// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.Duration;

/// Metering (计量): GPU time is the GPUs of the allocation times the monotonic milliseconds that the run lasted, never
/// more than was held. Queued and starting jobs are not metered.
///
/// A share of a GPU counts as its part of one, in whole GPU-milliseconds, rounded down: shares side by side are never
/// metered as more than their GPU. The price is then rounded once, as for whole GPUs.
public record Metering(GpuMillis gpuTime, Fen listPrice) {

    /// A job that never ran.
    public static final Metering NOTHING = new Metering(GpuMillis.ZERO, Fen.ZERO);

    public static Metering of(GpuAmount held, Duration elapsed, Duration timeLimit, Fen pricePerGpuHour) {
        var charged = elapsed.compareTo(timeLimit) > 0 ? timeLimit : elapsed;
        var time = gpuTime(held, charged);
        return new Metering(time, time.at(pricePerGpuHour));
    }

    /// What a job costs at most; that much is held at submission.
    public static Metering atLimit(GpuAmount held, Duration timeLimit, Fen pricePerGpuHour) {
        return of(held, timeLimit, timeLimit, pricePerGpuHour);
    }

    /// What is held for a time; the one rule for all that is metered, billed, and told as lost.
    public static GpuMillis gpuTime(GpuAmount held, Duration time) {
        return new GpuMillis(held.millis(time));
    }
}
