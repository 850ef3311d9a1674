// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Started once, found again, never lost.
class LocalLifecycleTest {
    private static final RunId ID = new RunId("job_1");

    private final Path home;
    private final LocalRuns runs;

    LocalLifecycleTest(@TempDir Path folder) {
        home = folder.resolve("home");
        runs = new LocalRuns(home);
    }

    @Test
    void tellsSuccessWithItsTimesAndItsLog() {
        var run = runs.run("echo hello; echo 中庭 >&2");
        assertThat(run.log()).isEqualTo("hello\n中庭\n");
        assertThat(run.end().exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(run.end().exitCode()).isZero();
        assertThat(run.end().startedAt()).isEqualTo(LocalRuns.NOW);
        assertThat(run.end().detail()).isEmpty();
    }

    @Test
    void tellsFailureWithTheExitCode() {
        assertThat(runs.run("exit 7").end().exitCode()).isEqualTo(7);
        assertThat(runs.run("kill -SEGV $$").end().exitCode()).isEqualTo(139);
        assertThat(runs.run("no-such-program").end().exit()).isEqualTo(RunExit.FAILED);
    }

    @Test
    void givesTheLogWhileItIsWritten() {
        var id = runs.started(RunLimits.SMALL, "echo first; while [ ! -e go ]; do sleep 0.05; done");
        runs.printed(id, "first\n"::equals);
        assertThat(runs.engine.log(id, 0, 3)).isEqualTo(new LogSlice(0, 3, "fir", false));
        assertThat(runs.engine.log(id, 3, 100)).isEqualTo(new LogSlice(3, 6, "st\n", false));
        assertThat(runs.engine.poll(id)).isInstanceOf(RunState.Running.class);
        assertThat(runs.engine.forget(id)).isFalse();
        runs.engine.stop(id, "enough");
        runs.ended(id);
        var rest = runs.engine.log(id, 6, 100);
        assertThat(rest.complete()).isTrue();
        assertThat(runs.engine.log(id, rest.nextByte(), 100))
                .isEqualTo(new LogSlice(rest.nextByte(), rest.nextByte(), "", true));
    }

    @Test
    void startsOnceHoweverOftenItIsAsked() throws Exception {
        var request = LocalRuns.request(ID, RunLimits.SMALL, "echo once");
        var other = new LocalProcessEngine(home, InstantSource.fixed(LocalRuns.NOW));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? runs.engine : other).start(request)))
                    .toList();
            for (var outcome : outcomes) {
                assertThat(outcome.get()).isNotInstanceOf(StartOutcome.Refused.class);
            }
        }
        runs.ended(ID);
        assertThat(runs.engine.start(request)).isEqualTo(new StartOutcome.AlreadyStarted());
        assertThat(runs.engine.log(ID, 0, 100).text()).isEqualTo("once\n");
    }

    @Test
    void launchesWhatWasOnlyAskedForBeforeACrash() throws IOException {
        var request = LocalRuns.request(ID, RunLimits.SMALL, "echo late");
        new RunFolders(home, UserRange.DEFAULT, Host.current()).claim(request, LocalRuns.NOW);
        assertThat(runs.engine.poll(ID)).isEqualTo(new RunState.Unknown());

        assertThat(runs.engine.start(request)).isEqualTo(new StartOutcome.Started());
        assertThat(runs.ended(ID).exit()).isEqualTo(RunExit.SUCCEEDED);
    }

    @Test
    void findsARunAgainWhenAtriumWasKilled() throws Exception {
        var atrium = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        home.toString(),
                        ID.value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(atrium.inputReader().readLine()).isEqualTo("Started[]");
        atrium.destroyForcibly().waitFor();

        assertThat(runs.engine.poll(ID)).isInstanceOf(RunState.Running.class);
        assertThat(runs.engine.start(LocalRuns.request(ID, RunLimits.SMALL, "echo twice")))
                .isEqualTo(new StartOutcome.AlreadyStarted());
        var end = runs.ended(ID);

        assertThat(end.exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(end.usage().elapsedMs()).isBetween(1_500L, 10_000L);
        assertThat(runs.engine.log(ID, 0, 100).text()).isEqualTo("begun\ndone\n");
    }

    @Test
    void aRunWhoseSupervisorVanishedIsLostAndDead() throws IOException {
        var id = runs.started(RunLimits.SMALL, "echo up; sleep 300");
        runs.printed(id, "up\n"::equals);
        var supervisor = new RunFolder(home.resolve("runs/" + id)).supervisor().orElseThrow();
        var below =
                ProcessHandle.of(supervisor.pid()).orElseThrow().descendants().toList();

        ProcessHandle.of(supervisor.pid()).orElseThrow().destroyForcibly();

        var end = runs.ended(id);
        assertThat(end.exit()).isEqualTo(RunExit.LOST);
        assertThat(end.exitCode()).isEqualTo(-1);
        assertThat(runs.engine.poll(id)).isEqualTo(end);
        assertThat(below).hasSizeGreaterThan(2);
        await().atMost(Duration.ofSeconds(10)).until(() -> below.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void stopsWithTimeToTidyUp() {
        var id = runs.started(RunLimits.SMALL, "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        runs.printed(id, "up\n"::equals);
        runs.engine.stop(id, "the firm asked for it");
        runs.engine.stop(id, "again");
        var end = runs.ended(id);
        assertThat(end.exit()).isEqualTo(RunExit.STOPPED);
        assertThat(end.detail()).isEqualTo("the firm asked for it");
        assertThat(runs.engine.log(id, 0, 100).text()).contains("bye\n");
    }

    @Test
    void stopsByForceWhatDoesNotListen() {
        var id = runs.started(RunLimits.SMALL, "trap '' TERM; echo up; while :; do sleep 0.05; done");
        runs.printed(id, "up\n"::equals);
        runs.engine.stop(id, "");
        assertThat(runs.ended(id).exit()).isEqualTo(RunExit.STOPPED);
    }

    @Test
    void knowsNothingOfARunThatIsForgotten() throws IOException {
        var id = runs.started(RunLimits.SMALL, "true");
        runs.ended(id);
        assertThat(runs.engine.forget(id)).isTrue();
        assertThat(runs.engine.forget(id)).isTrue();
        runs.engine.stop(id, "nothing to stop");
        assertThat(runs.engine.poll(id)).isEqualTo(new RunState.Unknown());
        assertThat(runs.engine.log(id, 0, 10)).isEqualTo(new LogSlice(0, 0, "", false));
        try (var left = Files.walk(home)) {
            assertThat(left.map(file -> home.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of(
                            "",
                            "checkpoints",
                            "preparing",
                            "runs",
                            "users",
                            "scripts",
                            "scripts/supervise.sh",
                            "scripts/confine.sh",
                            "scripts/first.sh"));
        }
    }
}
