// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.Duration;

/// Metering (计量): GPU time is the GPUs of the allocation times the monotonic milliseconds that the run lasted, never
/// more than was held. Queued and starting jobs are not metered.
public record Metering(GpuMillis gpuTime, Fen listPrice) {

    /// A job that never ran.
    public static final Metering NOTHING = new Metering(GpuMillis.ZERO, Fen.ZERO);

    public static Metering of(int gpus, Duration elapsed, Duration timeLimit, Fen pricePerGpuHour) {
        var charged = elapsed.compareTo(timeLimit) > 0 ? timeLimit : elapsed;
        var time = GpuMillis.of(gpus, charged);
        return new Metering(time, time.at(pricePerGpuHour));
    }

    /// What a job costs at most; that much is held at submission.
    public static Metering atLimit(int gpus, Duration timeLimit, Fen pricePerGpuHour) {
        return of(gpus, timeLimit, timeLimit, pricePerGpuHour);
    }
}
