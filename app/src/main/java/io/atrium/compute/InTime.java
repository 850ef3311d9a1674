// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a job will be done by its date, or was (能否赶上期限). A job that is to come counts with its whole time limit.
public enum InTime {
    LIKELY,
    UNCERTAIN,
    /// By what is known now it will not be.
    UNLIKELY,
    /// It succeeded by then.
    MET,
    /// It had not succeeded by then, or did not succeed at all.
    MISSED;

    /// Null without a date, and for a job that a person has stopped: nobody waits for it any more.
    ///
    /// @param waiting what the latest round said of a job that waits; null before its first
    public static @Nullable InTime of(JobView job, @Nullable WaitAnswer waiting, Instant now) {
        var date = job.ask().neededBy();
        if (date == null || job.state() == JobState.CANCELLED || job.outcome() == JobOutcome.STOPPED) {
            return null;
        }
        var ended = job.times().ended();
        if (job.outcome() != null && ended != null) {
            return job.outcome() == JobOutcome.SUCCEEDED && !ended.isAfter(date) ? MET : MISSED;
        }
        if (now.isAfter(date)) {
            return MISSED;
        }
        if (job.state() == JobState.QUEUED) {
            return waiting == null || waiting.inTime() == null ? UNCERTAIN : waiting.inTime();
        }
        var began = job.times().started() == null ? now : job.times().started();
        return began.plus(job.timeLeft()).isAfter(date) ? UNCERTAIN : LIKELY;
    }
}
