// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What Atrium keeps of a run on a cluster (集群运行记录); times by Atrium's clock.
///
/// @param submitted    when the latest submission was sent; absent: none has reached the cluster
/// @param job          the cluster's number for it; absent: the answer to the submission is not known
/// @param runningSince when it was first seen at work
/// @param seen         when the cluster last told something of it
/// @param elapsed      how long it has worked, as far as it was seen
/// @param givingBack   absent: it keeps no checkpoints, and is cancelled when it is told to stop
/// @param end          how it ended
public record ClusterRun(
        RunId id,
        String cluster,
        Instant asked,
        Duration wall,
        @Nullable Instant submitted,
        @Nullable Long job,
        @Nullable Instant runningSince,
        @Nullable Instant seen,
        Duration elapsed,
        @Nullable String stopReason,
        @Nullable GivingBack givingBack,
        @Nullable End end,
        boolean isForgotten) {

    public record End(RunExit exit, int exitCode, Instant at, String detail) {}

    static ClusterRun asked(RunId id, String cluster, Instant now, Duration wall) {
        return new ClusterRun(id, cluster, now, wall, null, null, null, null, Duration.ZERO, null, null, null, false);
    }

    ClusterRun submitted(@Nullable Instant at) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                at,
                job,
                runningSince,
                seen,
                elapsed,
                stopReason,
                givingBack,
                end,
                isForgotten);
    }

    ClusterRun knownAs(long number) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                number,
                runningSince,
                seen,
                elapsed,
                stopReason,
                givingBack,
                end,
                isForgotten);
    }

    ClusterRun seen(Instant now) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                runningSince,
                now,
                elapsed,
                stopReason,
                givingBack,
                end,
                isForgotten);
    }

    ClusterRun atWork(Instant now) {
        var since = runningSince == null ? now : runningSince;
        var watched = Duration.between(since, now);
        var longest = watched.compareTo(elapsed) > 0 ? watched : elapsed;
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                since,
                now,
                longest,
                stopReason,
                givingBack,
                end,
                isForgotten);
    }

    ClusterRun stopping(String reason) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                runningSince,
                seen,
                elapsed,
                reason,
                givingBack,
                end,
                isForgotten);
    }

    ClusterRun giving(@Nullable GivingBack back) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                runningSince,
                seen,
                elapsed,
                stopReason,
                back,
                end,
                isForgotten);
    }

    /// Whether it may have been told to give its GPUs back.
    boolean isTold() {
        return givingBack != null && givingBack.isTold();
    }

    ClusterRun ended(End how, Duration worked) {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                runningSince,
                how.at(),
                worked,
                stopReason,
                givingBack,
                how,
                isForgotten);
    }

    ClusterRun forgotten() {
        return new ClusterRun(
                id,
                cluster,
                asked,
                wall,
                submitted,
                job,
                runningSince,
                seen,
                elapsed,
                stopReason,
                givingBack,
                end,
                true);
    }
}
