// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An interruption (中断) of a job: one of its runs gave its GPUs back, and the job waited to go on.
///
/// @param run       number of the run that ended
/// @param ran       how long it ran, charged like all use
/// @param goneOn    when the job had GPUs again, or was stopped instead; null while it waits
/// @param lost      what it did after its last checkpoint and has to do again; null if no checkpoint of this run was
/// seen
/// @param gpus      of the job
/// @param pricePerGpuHour at which the run is charged
public record JobInterruption(
        int run,
        Instant startedAt,
        Instant askedBackAt,
        Instant endedAt,
        Duration ran,
        @Nullable Instant goneOn,
        @Nullable Duration lost,
        GpuAmount gpus,
        Fen pricePerGpuHour) {

    /// How long it waited, or has waited so far.
    public Duration waited(Instant now) {
        return Duration.between(endedAt, goneOn == null ? now : goneOn);
    }

    /// At most the whole run where it is not known.
    public GpuMillis gpuTimeLost() {
        return Metering.gpuTime(gpus, lost == null ? ran : lost);
    }

    /// What the lost part comes to in the job's one bill, which rounds once, for all runs together.
    public Fen charged() {
        return gpuTimeLost().at(pricePerGpuHour);
    }
}
