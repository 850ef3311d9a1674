// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run that only time passes for (模拟运行).
///
/// @param begun null until it has
/// @param stop  null until it is told to
public record SimulatedRun(
        RunId id,
        Work work,
        @Nullable Begun begun,
        @Nullable Stop stop) {

    /// What it pretends to do.
    ///
    /// @param takes      how long it will have worked when it ends by itself
    /// @param fails      whether it then ends with an error
    /// @param savesEvery how often it saves a checkpoint; null for one that keeps none
    public record Work(
            Duration takes, boolean fails, @Nullable Duration savesEvery) {}

    /// @param limit       after how long it is ended by force
    /// @param grace       how long it works on when it is told to stop
    /// @param checkpoints the name under which the job's next run finds its checkpoints; null where there are none
    public record Begun(
            Instant at,
            Duration limit,
            Duration grace,
            @Nullable String checkpoints) {}

    /// When it was told to stop, and why.
    public record Stop(Instant at, String reason) {}

    /// How and when it ends, as far as is known now.
    record End(RunExit exit, Instant at) {}

    /// A run that has not begun.
    public static SimulatedRun planned(RunId id, Work work) {
        return new SimulatedRun(id, work, null, null);
    }

    /// The earliest of its own end, its limit, and the end of its grace.
    static End end(Work work, Begun begun, @Nullable Stop stop) {
        var atLimit = new End(RunExit.TIME_LIMIT, begun.at().plus(begun.limit()));
        var byItself = new End(
                work.fails() ? RunExit.FAILED : RunExit.SUCCEEDED, begun.at().plus(work.takes()));
        var end = atLimit.at().isBefore(byItself.at()) ? atLimit : byItself;
        if (stop == null) {
            return end;
        }
        var told = new End(RunExit.STOPPED, stop.at().plus(begun.grace()));
        return told.at().isBefore(end.at()) ? told : end;
    }

    /// How much of its work is safe at an instant: it saves at whole intervals, and not once more when it is told to
    /// stop.
    static Optional<Duration> saved(Work work, Begun begun, Instant at) {
        var every = work.savesEvery();
        return every == null || begun.checkpoints() == null
                ? Optional.empty()
                : Optional.of(every.multipliedBy(
                                Duration.between(begun.at(), at).dividedBy(every)))
                        .filter(Duration::isPositive);
    }

    /// The run that goes on from where this one, which has ended, was safe.
    SimulatedRun goesOn(RunId next) {
        if (begun == null) {
            return planned(next, work);
        }
        var safe = saved(work, begun, end(work, begun, stop).at()).orElse(Duration.ZERO);
        return planned(next, new Work(work.takes().minus(safe), work.fails(), work.savesEvery()));
    }
}
