// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Atrium keeps of a run on a cluster (集群运行记录); times by Atrium's clock.
///
/// @param givingBack absent: it keeps no checkpoints, and is cancelled when it is told to stop
/// @param end        how it ended
public record ClusterRun(
        RunId id,
        String cluster,
        Instant asked,
        Duration wall,
        Sight sight,
        @Nullable String stopReason,
        @Nullable GivingBack givingBack,
        @Nullable End end,
        boolean isForgotten) {

    /// What is known of it from the cluster (集群所见).
    ///
    /// @param submitted    when the latest submission was sent; absent: none has reached the cluster
    /// @param job          the cluster's number for it; absent: the answer to the submission is not known
    /// @param runningSince when it was first seen at work
    /// @param seen         when the cluster last told something of it
    /// @param elapsed      how long it has worked, as far as it was seen
    public record Sight(
            @Nullable Instant submitted,
            @Nullable Long job,
            @Nullable Instant runningSince,
            @Nullable Instant seen,
            Duration elapsed) {}

    public record End(RunExit exit, int exitCode, Instant at, String detail) {}

    static ClusterRun asked(RunId id, String cluster, Instant now, Duration wall) {
        var nothing = new Sight(null, null, null, null, Duration.ZERO);
        return new ClusterRun(id, cluster, now, wall, nothing, null, null, null, false);
    }

    public @Nullable Instant submitted() {
        return sight.submitted();
    }

    public @Nullable Long job() {
        return sight.job();
    }

    public @Nullable Instant runningSince() {
        return sight.runningSince();
    }

    public @Nullable Instant seen() {
        return sight.seen();
    }

    public Duration elapsed() {
        return sight.elapsed();
    }

    private ClusterRun with(Sight other) {
        return new ClusterRun(id, cluster, asked, wall, other, stopReason, givingBack, end, isForgotten);
    }

    ClusterRun submitted(@Nullable Instant at) {
        return with(new Sight(at, job(), runningSince(), seen(), elapsed()));
    }

    ClusterRun knownAs(long number) {
        return with(new Sight(submitted(), number, runningSince(), seen(), elapsed()));
    }

    ClusterRun seen(Instant now) {
        return with(new Sight(submitted(), job(), runningSince(), now, elapsed()));
    }

    ClusterRun atWork(Instant now) {
        var since = Objects.requireNonNullElse(runningSince(), now);
        var watched = Duration.between(since, now);
        var longest = watched.compareTo(elapsed()) > 0 ? watched : elapsed();
        return with(new Sight(submitted(), job(), since, now, longest));
    }

    ClusterRun stopping(String reason) {
        return new ClusterRun(id, cluster, asked, wall, sight, reason, givingBack, end, isForgotten);
    }

    ClusterRun giving(@Nullable GivingBack back) {
        return new ClusterRun(id, cluster, asked, wall, sight, stopReason, back, end, isForgotten);
    }

    /// Whether it may have been told to give its GPUs back.
    boolean isTold() {
        return givingBack != null && givingBack.isTold();
    }

    ClusterRun ended(End how, Duration worked) {
        var last = new Sight(submitted(), job(), runningSince(), how.at(), worked);
        return new ClusterRun(id, cluster, asked, wall, last, stopReason, givingBack, how, isForgotten);
    }

    ClusterRun forgotten() {
        return new ClusterRun(id, cluster, asked, wall, sight, stopReason, givingBack, end, true);
    }
}
