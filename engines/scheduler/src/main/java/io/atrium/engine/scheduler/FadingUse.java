// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuAmount;
import java.time.Duration;
import java.time.Instant;

/// Fading use (衰减用量): GPU time that a tenant's jobs had, of which each millisecond counts half as much after every
/// half-life. A GPU held for ever comes to one mean life of it, half-life over the logarithm of two.
///
/// @param gpuMillis what it comes to at the instant
/// @param asOf      the instant
public record FadingUse(long gpuMillis, Instant asOf) {
    /// GPUs held from one instant to another.
    public record Stay(GpuAmount held, Instant from, Instant to) {}

    public FadingUse {
        if (gpuMillis < 0) {
            throw new IllegalArgumentException("use is not negative");
        }
    }

    public static FadingUse none(Instant at) {
        return new FadingUse(0, at);
    }

    /// What is left of it at a later instant.
    public FadingUse at(Instant later, Duration halfLife) {
        return later.isAfter(asOf) ? new FadingUse(Math.round(gpuMillis * left(asOf, later, halfLife)), later) : this;
    }

    /// With one more stay, as of the later of its end and this instant: a stay that is reported late has faded too.
    public FadingUse plus(Stay stay, Duration halfLife) {
        var end = stay.to().isAfter(stay.from()) ? stay.to() : stay.from();
        var at = end.isAfter(asOf) ? end : asOf;
        var added = stay.held().inGpus()
                * meanLifeMs(halfLife)
                * (left(end, at, halfLife) - left(stay.from(), at, halfLife));
        return new FadingUse(Math.addExact(at(at, halfLife).gpuMillis, Math.round(added)), at);
    }

    private static double left(Instant from, Instant to, Duration halfLife) {
        return StrictMath.pow(0.5, (double) Duration.between(from, to).toMillis() / halfLife.toMillis());
    }

    private static double meanLifeMs(Duration halfLife) {
        return halfLife.toMillis() / StrictMath.log(2);
    }
}
