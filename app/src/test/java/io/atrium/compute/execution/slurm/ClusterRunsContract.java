// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.execution.slurm.ClusterRun.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What whoever keeps runs of clusters must do, in memory and in the database.
public abstract class ClusterRunsContract {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final RunId id = new RunId("job_" + UUID.randomUUID());

    protected abstract ClusterRuns runs();

    private ClusterRun asked() {
        return ClusterRun.asked(id, "ci", NOW, Duration.ofMinutes(10));
    }

    @Test
    void keepsARunOnce() {
        assertThat(runs().find(id)).isEmpty();
        assertThat(runs().add(asked())).isTrue();
        assertThat(runs().add(asked().submitted(NOW))).as("it is there").isFalse();
        assertThat(runs().find(id)).contains(asked());
    }

    @Test
    void keepsEverythingThatBecameOfIt() {
        runs().add(asked());
        var ended = asked().submitted(NOW)
                .knownAs(4_711)
                .atWork(NOW.plusSeconds(1))
                .atWork(NOW.plusSeconds(61))
                .stopping("enough")
                .ended(new End(RunExit.STOPPED, 143, NOW.plusSeconds(62), "enough"), Duration.ofSeconds(60))
                .forgotten();
        runs().save(ended);
        assertThat(runs().find(id)).contains(ended);
        assertThat(runs().findAll(List.of(id, new RunId("job_of-nobody")))).containsExactly(ended);
    }

    @Test
    void keepsHowARunGivesItsGpusBackUntilItsCheckpointsAreCleared() {
        var cluster = "ci-" + id;
        var fresh = ClusterRun.asked(id, cluster, NOW, Duration.ofMinutes(10))
                .giving(GivingBack.of(new Checkpoints("job_1", 1, Duration.ofSeconds(30))));
        runs().add(fresh);
        assertThat(runs().find(id)).contains(fresh);
        var back = Objects.requireNonNull(fresh.givingBack()).sent(NOW).taken(NOW.plusSeconds(1));
        var told = fresh.giving(back.looked(NOW.plusSeconds(2), NOW.plusSeconds(2)));
        runs().save(told);
        assertThat(runs().find(id)).contains(told);
        assertThat(runs().toClear(cluster, 10)).isEmpty();
        runs().save(told.forgotten());
        assertThat(runs().toClear(cluster, 10)).containsExactly(told.forgotten());
        runs().save(told.forgotten().giving(null));
        assertThat(runs().toClear(cluster, 10)).isEmpty();
    }

    @Test
    void oneOfTwoClaimsASubmission() {
        var first = asked().submitted(NOW);
        runs().add(first);
        var again = first.submitted(NOW.plusSeconds(60));
        assertThat(runs().claim(first, again)).isTrue();
        assertThat(runs().claim(first, first.submitted(NOW.plusSeconds(61))))
                .as("it was faster")
                .isFalse();
        assertThat(runs().find(id)).contains(again);
    }

    @Test
    void claimsNothingThatWasFoundMeanwhile() {
        var sent = asked().submitted(NOW);
        runs().add(sent);
        runs().save(sent.knownAs(7));
        assertThat(runs().claim(sent, sent.submitted(NOW.plusSeconds(60)))).isFalse();
    }

    @Test
    void takesARunBack() {
        runs().add(asked());
        runs().remove(id);
        assertThat(runs().find(id)).isEmpty();
    }
}
