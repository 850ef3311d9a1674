// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.LocalRuns.Finished;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCheckpointsTest {
    private static final Checkpoints KEPT = new Checkpoints("job", 8 * LocalRuns.MIB, Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private LocalRuns runs;

    @BeforeEach
    void start() {
        runs = new LocalRuns(folder.resolve("home"));
    }

    private RunId started(String id, Checkpoints kept, String script) {
        var run = new RunId(id);
        var request = LocalRuns.request(run, RunLimits.SMALL, script).keeping(kept);
        assertThat(runs.engine.start(request)).isEqualTo(new StartOutcome.Started());
        return run;
    }

    private Finished run(String id, Checkpoints kept, String script) {
        var run = started(id, kept, script);
        return new Finished(runs.ended(run), runs.engine.log(run, 0, 1_000_000).text());
    }

    @Test
    void whatARunKeepsIsThereForTheNextOneThatHasAnotherUser() {
        run("job", KEPT, "mkdir $ATRIUM_CHECKPOINT_DIR/deep; echo 17 > $ATRIUM_CHECKPOINT_DIR/deep/step");
        runs.engine.forget(new RunId("job"));
        run("between", new Checkpoints("other", KEPT.bytesMax(), KEPT.grace()), "true");
        var second = run("job-2", KEPT, "cd $ATRIUM_CHECKPOINT_DIR/deep && cat step && echo 18 > step && cat step");
        assertThat(second.log()).isEqualTo("17\n18\n");
    }

    @Test
    void othersDoNotSeeIt() {
        run("job", KEPT, "echo 17 > $ATRIUM_CHECKPOINT_DIR/step");
        var other = run("other", new Checkpoints("other", KEPT.bytesMax(), KEPT.grace()), "ls $ATRIUM_CHECKPOINT_DIR");
        assertThat(other.log()).isEmpty();
        assertThat(runs.run("echo ${ATRIUM_CHECKPOINT_DIR:-none}; ls /checkpoints")
                        .log())
                .startsWith("none\n")
                .contains("No such file");
    }

    @Test
    void aProgramThatIsToldToStopHasItsGraceToSave() {
        var run = started(
                "job",
                KEPT,
                "trap 'sleep 3; echo saved > $ATRIUM_CHECKPOINT_DIR/step; exit 0' TERM; echo ready;"
                        + " while :; do sleep 0.1; done");
        runs.printed(run, log -> log.contains("ready"));
        runs.engine.stop(run, "give back");
        assertThat(runs.ended(run).exit()).isEqualTo(RunExit.STOPPED);
        assertThat(run("job-2", KEPT, "cat $ATRIUM_CHECKPOINT_DIR/step").log()).isEqualTo("saved\n");
    }

    @Test
    void tellsWhenSomethingWasKept() {
        var run = started("job", KEPT, "echo ready; sleep 20");
        runs.printed(run, log -> log.contains("ready"));
        var running = (RunState.Running) runs.engine.poll(run);
        assertThat(running.checkpointedAt()).isPresent();
        runs.engine.stop(run, "enough");
        runs.ended(run);
    }

    @Test
    void whatOutgrowsItsPlaceEndsTheRun() {
        var run = run(
                "job",
                new Checkpoints("job", LocalRuns.MIB, KEPT.grace()),
                "head -c 3000000 /dev/urandom > $ATRIUM_CHECKPOINT_DIR/large; sleep 20");
        assertThat(run.end().exit()).isEqualTo(RunExit.CHECKPOINT_LIMIT);
    }

    @Test
    void forgetsThemWhenNobodyWillGoOn() {
        run("job", KEPT, "echo 17 > $ATRIUM_CHECKPOINT_DIR/step");
        assertThat(runs.engine.keptCheckpoints()).containsExactly("job");
        runs.engine.forgetCheckpoints("job");
        assertThat(runs.engine.keptCheckpoints()).isEmpty();
        assertThat(Files.exists(folder.resolve("home/checkpoints/job"))).isFalse();
    }
}
