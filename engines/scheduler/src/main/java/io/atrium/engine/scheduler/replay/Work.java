// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.model.Placement;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A job while it is replayed: what it has done, where it sits, and since when it waits.
final class Work {
    /// Lower level first; within a level who came first.
    static final Comparator<Work> BY_TURN =
            Comparator.<Work>comparingInt(work -> work.level).thenComparingInt(work -> work.number);

    static final long NEVER = -1;

    final ReplayJob job;

    /// Its place in the order of arrival.
    final int number;

    int level;
    long firstStart = NEVER;
    long end = NEVER;
    int preemptions;

    /// It has waited so long that it goes first and stays.
    boolean isLongWaiting;

    /// Counts what became of it, so that an event planned before is known to be stale.
    int version;

    private long doneS;
    private long since = NEVER;
    private long chargeS;
    private @Nullable Placement placement;

    Work(ReplayJob job, int number) {
        this.job = job;
        this.number = number;
    }

    boolean isRunning() {
        return since != NEVER;
    }

    Placement placement() {
        return Objects.requireNonNull(placement);
    }

    long startedAt() {
        return since;
    }

    /// Seconds of its own work done by now; what a restart costs is no work.
    long done(long now) {
        return isRunning() ? doneS + Math.max(0, now - since - chargeS) : doneS;
    }

    /// Seconds that it did no work since it came.
    long waited(long now) {
        return now - job.submitS() - done(now);
    }

    /// When it ends if it is left alone.
    long endsAt() {
        return since + chargeS + job.durationS() - doneS;
    }

    /// When it will have done so many seconds of work, if it is left alone.
    long reaches(long done) {
        return since + chargeS + done - doneS;
    }

    void start(long now, Placement where) {
        chargeS = preemptions == 0 ? 0 : Charge.seconds(job.gpus());
        since = now;
        placement = where;
        firstStart = firstStart == NEVER ? now : firstStart;
        version++;
    }

    Placement leave(long now) {
        doneS = done(now);
        since = NEVER;
        version++;
        var left = placement();
        placement = null;
        return left;
    }
}
