// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.execution.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that keeps checkpoints and is told to give its GPUs back, while requests and answers are lost and Atrium dies
/// between two of them.
class SlurmGivingBackTest {

    private static final RunId RUN = new RunId("job_1-2");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final String TOLD = "it gives its GPUs back";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final InMemoryClusterRuns runs = new InMemoryClusterRuns();
    private ScriptedSlurm cluster = new ScriptedSlurm(38);

    @AfterEach
    void tearDown() {
        cluster.close();
    }

    private SlurmEngine engine() {
        var connection = new SlurmCluster(
                "ci", cluster.url(), "u", null, null, null, new SlurmCluster.Share(1, 1), "/work", folder, false);
        return new SlurmEngine(connection, () -> ScriptedSlurm.TOKEN, runs, () -> now, Duration.ofHours(24));
    }

    private static RunRequest plain() {
        var limits = new RunLimits(Duration.ofMinutes(1), 1 << 30, Duration.ofMinutes(10), 1, 1, 1);
        return new RunRequest(RUN, List.of("true"), Map.of(), limits, List.of())
                .seated(List.of(8), RunRequest.PerGpu.NOTHING);
    }

    private static RunRequest interruptible() {
        return plain().keeping(new Checkpoints("job_1", 1 << 30, GRACE));
    }

    private SlurmEngine atWork(RunRequest request) {
        var engine = engine();
        engine.start(request);
        cluster.tells(1, "RUNNING", now.getEpochSecond(), 0);
        engine.poll(RUN);
        return engine;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void over(String state, int seconds) {
        cluster.tells(1, state, now.minusSeconds(seconds).getEpochSecond(), now.getEpochSecond());
    }

    private static RunState.Ended ended(SlurmEngine engine) {
        return (RunState.Ended) engine.poll(RUN);
    }

    @Test
    void isToldOnceAndCancelledAfterItsGraceOnly() {
        var engine = atWork(interruptible());
        engine.stop(RUN, TOLD);
        pass(GRACE.minusSeconds(1));
        engine().stop(RUN, TOLD);
        assertThat(cluster.signals()).containsExactly("signal=TERM");
        assertThat(cluster.state(1)).isEqualTo("RUNNING");
        pass(Duration.ofSeconds(1));
        engine.stop(RUN, TOLD);
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(ended(engine).exit()).isEqualTo(RunExit.STOPPED);
    }

    @Test
    void aNewerClusterIsAskedToReachTheWholeJob() {
        cluster.close();
        cluster = new ScriptedSlurm(41);
        atWork(interruptible()).stop(RUN, TOLD);
        assertThat(cluster.signals()).containsExactly("signal=TERM&flags=FULL_JOB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "FAILED"})
    void whateverItReturnsInItsGraceItHasLeft(String state) {
        var engine = atWork(interruptible());
        engine.stop(RUN, TOLD);
        pass(Duration.ofSeconds(5));
        over(state, 5);
        var left = ended(engine);
        assertThat(left.exit()).isEqualTo(RunExit.STOPPED);
        assertThat(left.usage().elapsedMs()).isEqualTo(5_000);
        assertThat(ended(engine())).as("told again").isEqualTo(left);
    }

    @Test
    void oneThatLostItsNodeDidNotLeave() {
        var engine = atWork(interruptible());
        engine.stop(RUN, TOLD);
        over("NODE_FAIL", 0);
        assertThat(ended(engine).exit()).isEqualTo(RunExit.LOST);
    }

    @Test
    void oneThatEndedBeforeItCouldBeToldEndedByItself() {
        var engine = atWork(interruptible());
        cluster.close();
        engine.stop(RUN, TOLD);
        cluster = new ScriptedSlurm(38);
        cluster.holds(1, RUN.value());
        pass(Duration.ofSeconds(60));
        over("COMPLETED", 40);
        assertThat(ended(engine()).exit()).isEqualTo(RunExit.SUCCEEDED);
    }

    @Test
    void theGraceBeginsWhenTheClusterTookTheSignal() {
        var engine = atWork(interruptible());
        cluster.losesAnswersToSignals(true);
        engine.stop(RUN, TOLD);
        pass(GRACE);
        cluster.losesAnswersToSignals(false);
        engine().stop(RUN, TOLD);
        assertThat(cluster.signals()).hasSize(2);
        assertThat(cluster.state(1)).as("its grace has just begun").isEqualTo("RUNNING");
        pass(GRACE);
        engine().stop(RUN, TOLD);
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
    }

    @Test
    void oneThatMayHaveBeenToldHasLeftAlsoIfNobodyKnowsThatItWas() {
        var engine = atWork(interruptible());
        cluster.losesAnswersToSignals(true);
        engine.stop(RUN, TOLD);
        over("FAILED", 0);
        pass(Duration.ofSeconds(10));
        assertThat(ended(engine()).exit()).isEqualTo(RunExit.STOPPED);
    }

    @Test
    void oneThatTheClusterForgotAfterItWasToldHasLeftWithWhatWasSeen() {
        var engine = atWork(interruptible());
        pass(Duration.ofSeconds(45));
        engine.poll(RUN);
        engine.stop(RUN, TOLD);
        cluster.forgets(1);
        pass(Duration.ofMinutes(30));
        var left = ended(engine());
        assertThat(left.exit()).isEqualTo(RunExit.STOPPED);
        assertThat(left.usage().elapsedMs()).isEqualTo(45_000);
    }

    @Test
    void itsGraceEndsWithItsTimeLimit() {
        var engine = atWork(interruptible());
        pass(Duration.ofMinutes(10).minusSeconds(5));
        engine.stop(RUN, TOLD);
        pass(Duration.ofSeconds(6));
        engine.poll(RUN);
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(ended(engine).exit()).isEqualTo(RunExit.TIME_LIMIT);
    }

    @Test
    void oneThatWaitsIsCancelledAtOnce() {
        var engine = engine();
        engine.start(interruptible());
        engine.stop(RUN, "enough");
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(cluster.signals()).isEmpty();
    }

    @Test
    void oneThatKeepsNoCheckpointsIsCancelledAtOnce() {
        atWork(plain()).stop(RUN, "enough");
        assertThat(cluster.state(1)).isEqualTo("CANCELLED");
        assertThat(cluster.signals()).isEmpty();
    }

    @Test
    void aCheckpointIsSeenWhenTheDateOfTheFolderChanges() throws IOException {
        var kept = Files.createDirectory(folder.resolve("job_1.checkpoints"));
        Files.setLastModifiedTime(kept, FileTime.from(now.minusSeconds(600)));
        var engine = atWork(interruptible());
        pass(Duration.ofSeconds(20));
        assertThat(((RunState.Running) engine.poll(RUN)).checkpointedAt())
                .as("an earlier run's")
                .isEmpty();
        var saved = now.plusSeconds(3);
        Files.setLastModifiedTime(kept, FileTime.from(saved));
        pass(Duration.ofSeconds(5));
        assertThat(((RunState.Running) engine.poll(RUN)).checkpointedAt()).contains(saved);
        engine.stop(RUN, TOLD);
        var last = now.plusSeconds(2);
        Files.setLastModifiedTime(kept, FileTime.from(last));
        pass(Duration.ofSeconds(4));
        over("COMPLETED", 29);
        assertThat(ended(engine).checkpointedAt()).contains(last);
        assertThat(ended(engine()).checkpointedAt()).contains(last);
    }

    @Test
    void checkpointsAreClearedWhenTheRunIsForgottenAndNotBefore() throws IOException {
        var kept = Files.createDirectory(folder.resolve("job_1.checkpoints"));
        Files.writeString(kept.resolve("latest"), "x");
        var engine = atWork(interruptible());
        over("COMPLETED", 0);
        engine.poll(RUN);
        engine.clearCheckpoints();
        assertThat(kept.resolve("latest")).exists();
        engine.forget(RUN);
        engine.clearCheckpoints();
        assertThat(kept).doesNotExist();
        assertThat(runs.toClear("ci", 10)).isEmpty();
    }
}
