// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.slurm.SlurmJob.Phase;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlurmJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode payload(String name) throws IOException {
        try (var file = SlurmJsonTest.class.getResourceAsStream("/slurm/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(file, name).readAllBytes());
        }
    }

    @Test
    void readsPlainNumbersAndOneWord() throws IOException {
        var job = SlurmJson.jobs(payload("recorded-v0.0.38-ended")).getFirst();
        assertThat(job)
                .isEqualTo(new SlurmJob(
                        2, "atrium-job_2", Set.of("FAILED"), "NonZeroExitCode", 1_796_010_308, 1_796_010_310, 768, 0));
        assertThat(job.phase()).isEqualTo(Phase.OVER);
        assertThat(job.exit()).isEqualTo(RunExit.FAILED);
        assertThat(job.exitCode()).isEqualTo(3);
    }

    @Test
    void readsWrappedNumbersAndListsOfWords() throws IOException {
        var jobs = SlurmJson.jobs(payload("handwritten-v0.0.41-ended"));
        var older = SlurmJson.jobs(payload("recorded-v0.0.38-ended")).getFirst();
        assertThat(jobs.getFirst().endSecond()).isEqualTo(older.endSecond());
        assertThat(jobs.getFirst().exitCode()).isEqualTo(older.exitCode());
        assertThat(jobs.getFirst().phase()).as("still completing").isEqualTo(Phase.AT_WORK);
        var cancelled = jobs.getLast();
        assertThat(cancelled.exit()).isEqualTo(RunExit.STOPPED);
        assertThat(cancelled.startSecond()).as("not set").isZero();
        assertThat(cancelled.endSecond()).as("endless").isZero();
        assertThat(cancelled.exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void readsTheAccounting() throws IOException {
        var job = SlurmJson.accounted(payload("handwritten-v0.0.41-accounted")).getFirst();
        assertThat(job.exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(job.endSecond() - job.startSecond()).isEqualTo(60);
        assertThat(job.cpuMs()).isEqualTo(118_250);
    }

    @Test
    void anUnknownJobIsNoJob() throws IOException {
        assertThat(SlurmJson.jobs(payload("recorded-v0.0.38-unknown"))).isEmpty();
    }

    @Test
    void tellsWaitingWorkingAndOverApart() {
        assertThat(phase("PENDING")).isEqualTo(Phase.WAITING);
        assertThat(phase("PENDING", "REQUEUED")).isEqualTo(Phase.WAITING);
        assertThat(phase("RUNNING", "CONFIGURING")).as("nodes still boot").isEqualTo(Phase.WAITING);
        assertThat(phase("SUSPENDED")).isEqualTo(Phase.AT_WORK);
        assertThat(phase("TIMEOUT")).isEqualTo(Phase.OVER);
        assertThat(phase()).as("nothing told: not over").isEqualTo(Phase.AT_WORK);
    }

    @Test
    void knowsHowItEnded() {
        assertThat(exit("COMPLETED")).isEqualTo(RunExit.SUCCEEDED);
        assertThat(exit("TIMEOUT")).isEqualTo(RunExit.TIME_LIMIT);
        assertThat(exit("OUT_OF_MEMORY")).isEqualTo(RunExit.MEMORY_LIMIT);
        assertThat(exit("NODE_FAIL")).isEqualTo(RunExit.LOST);
        assertThat(exit("PREEMPTED")).isEqualTo(RunExit.LOST);
        assertThat(exit("A_WORD_OF_TOMORROW")).isEqualTo(RunExit.FAILED);
    }

    private static Phase phase(String... states) {
        return job(states).phase();
    }

    private static RunExit exit(String... states) {
        return job(states).exit();
    }

    private static SlurmJob job(String... states) {
        return new SlurmJob(1, "job_1", Set.of(states), "", 0, 0, 0, 0);
    }
}
