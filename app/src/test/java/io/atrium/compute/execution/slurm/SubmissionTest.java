// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final SlurmCluster CLUSTER = new SlurmCluster(
            "ci",
            URI.create("http://127.0.0.1:6820"),
            "atrium",
            "train",
            null,
            "h800",
            new SlurmCluster.Share(4, 16_384),
            "/work",
            null,
            false);

    private static RunRequest run(Integer... seats) {
        var limits = new RunLimits(Duration.ofMinutes(1), 1 << 30, Duration.ofSeconds(90), 1, 1, 1);
        return new RunRequest(
                        new RunId("job_1"), List.of("sh", "-c", "echo 'a b'"), Map.of("SEED", "7"), limits, List.of())
                .seated(List.of(seats), RunRequest.PerGpu.NOTHING);
    }

    private static Map<String, Object> job(int version, Integer... seats) {
        return job(version, run(seats));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> job(int version, RunRequest run) {
        var body = new Submission(CLUSTER, new SlurmVersion(version)).of(run);
        return (Map<String, Object>) Objects.requireNonNull(body.get("job"));
    }

    @Test
    void asksForTheSameInBothShapes() {
        assertThat(job(38, 8, 8))
                .containsEntry("name", "job_1")
                .containsEntry("partition", "train")
                .containsEntry("gres", "gpu:h800:8")
                .containsEntry("nodes", List.of(2, 2))
                .containsEntry("cpus_per_task", 32)
                .containsEntry("memory_per_node", 8L * 16_384)
                .containsEntry("time_limit", 2L)
                .containsEntry("standard_output", "/work/job_1.log");
        assertThat(job(41, 8, 8))
                .containsEntry("name", "job_1")
                .containsEntry("tres_per_node", "gres/gpu:h800:8")
                .containsEntry("nodes", "2-2")
                .containsEntry("time_limit", Map.of("set", true, "infinite", false, "number", 2L))
                .doesNotContainKeys("gres");
    }

    @Test
    void asksForMoreCpusAndMemoryWhereTheJobNeedsThemWithEachGpu() {
        var needs = run(8, 8).seated(List.of(8, 8), new RunRequest.PerGpu(6, 20));
        for (var version : List.of(38, 41)) {
            var job = job(version, needs);
            assertThat(job).containsEntry("cpus_per_task", 48);
            assertThat(String.valueOf(job.get("memory_per_node"))).contains(String.valueOf(8L * 20 * 1_024));
        }
        assertThat(job(38, run(8).seated(List.of(8), new RunRequest.PerGpu(2, 20))))
                .as("never less than the cluster's part")
                .containsEntry("cpus_per_task", 32);
    }

    @Test
    void unequalSeatsAreAskedForTogether() {
        assertThat(job(38, 8, 4)).containsEntry("gpus", "h800:12").doesNotContainKeys("gres");
        assertThat(job(41, 8, 4)).containsEntry("tres_per_job", "gres/gpu:h800:12");
    }

    @Test
    void theEnvironmentIsAMapInTheOldShapeAndAListInTheNew() {
        assertThat(job(38).get("environment")).isInstanceOf(Map.class);
        assertThat((List<?>) job(41).get("environment")).anyMatch("SEED=7"::equals);
    }

    @Test
    void aCommandIsNeverReadAsShell() {
        var script = new Submission(CLUSTER, new SlurmVersion(38)).of(run(1)).get("script");
        assertThat(script)
                .asString()
                .contains("once='/work/job_1.once'")
                .endsWith("exec 'sh' '-c' 'echo '\\''a b'\\'''\n");
    }

    @Test
    void aRunThatKeepsCheckpointsFindsItsFolder() {
        var kept = run(1).keeping(new Checkpoints("job_0", 1, Duration.ofSeconds(30)));
        var body = new Submission(CLUSTER, new SlurmVersion(38)).of(kept);
        assertThat(body.get("script"))
                .asString()
                .contains("\nmkdir -p \"$ATRIUM_CHECKPOINT_DIR\" || exit 1\nexec 'sh' '-c' ");
        assertThat(body.get("job"))
                .extracting("environment")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("ATRIUM_CHECKPOINT_DIR", "/work/job_0.checkpoints");
        assertThat(job(38, 1).get("environment")).asString().doesNotContain("ATRIUM_CHECKPOINT_DIR");
    }

    @Test
    void speaksTheNewestVersionThatBothKnow() {
        assertThat(SlurmVersion.among(
                        List.of("/slurm/v0.0.36/job/submit", "/slurm/v0.0.38/job/submit", "/slurm/v0.0.39/jobs")))
                .contains(new SlurmVersion(38));
        assertThat(SlurmVersion.among(List.of("/slurm/v0.0.41/job/submit", "/slurm/v0.0.99/job/submit")))
                .contains(new SlurmVersion(41));
        assertThat(SlurmVersion.among(List.of("/slurm/v0.0.99/job/submit"))).isEmpty();
    }

    @Test
    void aTokenTravelsUnencryptedOnlyOnThisMachineOrWhereItIsAllowed() {
        assertThat(CLUSTER.mayCarryToken()).isTrue();
        assertThat(at("http://slurm.example:6820", false).mayCarryToken()).isFalse();
        assertThat(at("http://slurm.example:6820", true).mayCarryToken()).isTrue();
        assertThat(at("https://slurm.example", false).mayCarryToken()).isTrue();
    }

    private static SlurmCluster at(String url, boolean plainHttp) {
        return new SlurmCluster(
                "c", URI.create(url), "u", null, null, null, new SlurmCluster.Share(1, 1), "/w", null, plainHttp);
    }
}
