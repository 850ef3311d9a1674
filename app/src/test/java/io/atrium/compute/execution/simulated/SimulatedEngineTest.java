// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.simulated.SimulatedRun.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulatedEngineTest {

    private static final RunId RUN = new RunId("job_1");
    private static final RunId NEXT = new RunId("job_1-2");

    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final InMemory runs = new InMemory();
    private final SimulatedEngine engine = new SimulatedEngine(runs, () -> now);

    private static final class InMemory implements SimulatedRuns {
        private final Map<RunId, SimulatedRun> rows = new HashMap<>();

        @Override
        public Optional<SimulatedRun> find(RunId id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public Optional<SimulatedRun> newest(String checkpoints) {
            return rows.values().stream()
                    .filter(run -> run.begun() != null
                            && checkpoints.equals(run.begun().checkpoints()))
                    .max(Comparator.comparing(
                            run -> Objects.requireNonNull(run.begun()).at()));
        }

        @Override
        public void add(SimulatedRun run) {
            rows.putIfAbsent(run.id(), run);
        }

        @Override
        public void start(RunId id, SimulatedRun.Begun begun) {
            rows.computeIfPresent(
                    id, (_, run) -> run.begun() != null ? run : new SimulatedRun(id, run.work(), begun, null));
        }

        @Override
        public void stop(RunId id, SimulatedRun.Stop stop) {
            rows.computeIfPresent(
                    id, (_, run) -> run.stop() != null ? run : new SimulatedRun(id, run.work(), run.begun(), stop));
        }
    }

    private static RunRequest request(RunId id) {
        return new RunRequest(id, List.of("simulated"), Map.of(), RunLimits.SMALL, List.of());
    }

    private static RunRequest keeping(RunId id) {
        return request(id).keeping(new Checkpoints("job_1", 1, Duration.ofSeconds(10)));
    }

    private void planned(boolean fails) {
        planned(fails, null);
    }

    private void planned(boolean fails, @Nullable Duration savesEvery) {
        runs.rows.clear();
        runs.add(SimulatedRun.planned(RUN, new Work(Duration.ofSeconds(90), fails, savesEvery)));
    }

    private RunState.Running running(RunId id) {
        return (RunState.Running) engine.poll(id);
    }

    private RunState.Ended ended(RunId id) {
        return (RunState.Ended) engine.poll(id);
    }

    @Test
    void worksAsLongAsItWasGivenToWork() {
        planned(false);
        assertThat(engine.poll(RUN)).isEqualTo(new RunState.Unknown());
        engine.start(request(RUN));
        now = now.plusSeconds(60);
        engine.start(request(RUN));
        assertThat(engine.poll(RUN))
                .isInstanceOfSatisfying(
                        RunState.Running.class,
                        running -> assertThat(running.usage().elapsedMs()).isEqualTo(60_000));
        assertThat(engine.forget(RUN)).isFalse();
        now = now.plusSeconds(600);
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(ended(RUN).usage().elapsedMs())
                .as("however late it is asked")
                .isEqualTo(90_000);
        assertThat(engine.log(RUN, 0, 1_000).text()).contains("没有真正运行", "nothing was really run");
        assertThat(engine.forget(RUN)).isTrue();
    }

    @Test
    void someFailAndSomeAreStopped() {
        planned(true);
        engine.start(request(RUN));
        now = now.plusSeconds(30);
        engine.stop(RUN, "enough");
        now = now.plusSeconds(5);
        engine.stop(RUN, "again");
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.STOPPED);
        assertThat(ended(RUN).detail()).isEqualTo("enough");
        assertThat(ended(RUN).usage().elapsedMs()).isEqualTo(30_000);
        planned(true);
        engine.start(request(RUN));
        now = now.plusSeconds(90);
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.FAILED);
        engine.stop(RUN, "too late");
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.FAILED);
    }

    @Test
    void oneThatKeepsCheckpointsWorksOnForItsGraceAndGoesOnFromTheLastOne() {
        planned(false, Duration.ofSeconds(15));
        engine.start(keeping(RUN));
        now = now.plusSeconds(10);
        assertThat(running(RUN).checkpointedAt()).isEmpty();
        now = now.plusSeconds(25);
        assertThat(running(RUN).checkpointedAt()).contains(now.minusSeconds(5));
        engine.stop(RUN, "asked back");
        now = now.plusSeconds(9);
        assertThat(running(RUN).usage().elapsedMs()).isEqualTo(44_000);
        now = now.plusSeconds(60);
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.STOPPED);
        assertThat(ended(RUN).usage().elapsedMs()).isEqualTo(45_000);

        engine.start(keeping(NEXT));
        engine.start(keeping(NEXT));
        now = now.plusSeconds(44);
        assertThat(running(NEXT).usage().elapsedMs())
                .as("45 s of 90 s are safe")
                .isEqualTo(44_000);
        now = now.plusSeconds(1);
        assertThat(ended(NEXT).exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(ended(NEXT).usage().elapsedMs()).isEqualTo(45_000);
    }

    @Test
    void itsWorkMayEndWithinTheGraceAndItsLimitStillEndsIt() {
        planned(false, Duration.ofSeconds(15));
        engine.start(keeping(RUN));
        now = now.plusSeconds(85);
        engine.stop(RUN, "asked back");
        now = now.plusSeconds(10);
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.SUCCEEDED);

        runs.rows.clear();
        runs.add(SimulatedRun.planned(RUN, new Work(Duration.ofMinutes(9), false, null)));
        engine.start(request(RUN));
        now = now.plus(Duration.ofMinutes(5));
        assertThat(ended(RUN).exit()).isEqualTo(RunExit.TIME_LIMIT);
        assertThat(ended(RUN).usage().elapsedMs())
                .isEqualTo(RunLimits.SMALL.wall().toMillis());
    }

    @Test
    void aRunThatNothingIsKnownOfIsNotMadeUp() {
        engine.start(keeping(NEXT));
        assertThat(engine.poll(NEXT)).isEqualTo(new RunState.Unknown());
    }
}
