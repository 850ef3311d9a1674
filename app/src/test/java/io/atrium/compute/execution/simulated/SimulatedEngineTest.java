// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedEngineTest {

    private static final RunId RUN = new RunId("job_1");

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
        public void add(SimulatedRun run) {
            rows.put(run.id(), run);
        }

        @Override
        public void start(RunId id, Instant at) {
            rows.computeIfPresent(
                    id,
                    (_, run) -> run.started() != null
                            ? run
                            : new SimulatedRun(id, run.works(), run.fails(), at, null, null));
        }

        @Override
        public void stop(RunId id, Instant at, String reason) {
            rows.computeIfPresent(
                    id,
                    (_, run) -> run.stopped() != null
                            ? run
                            : new SimulatedRun(id, run.works(), run.fails(), run.started(), at, reason));
        }
    }

    private static RunRequest request() {
        return new RunRequest(RUN, List.of("simulated"), Map.of(), RunLimits.SMALL, List.of());
    }

    private void planned(boolean fails) {
        runs.add(new SimulatedRun(RUN, Duration.ofSeconds(90), fails, null, null, null));
    }

    private RunState.Ended ended() {
        return (RunState.Ended) engine.poll(RUN);
    }

    @Test
    void worksAsLongAsItWasGivenToWork() {
        planned(false);
        assertThat(engine.poll(RUN)).isEqualTo(new RunState.Unknown());
        engine.start(request());
        now = now.plusSeconds(60);
        engine.start(request());
        assertThat(engine.poll(RUN))
                .isInstanceOfSatisfying(
                        RunState.Running.class,
                        running -> assertThat(running.usage().elapsedMs()).isEqualTo(60_000));
        assertThat(engine.forget(RUN)).isFalse();
        now = now.plusSeconds(600);
        assertThat(ended().exit()).isEqualTo(RunExit.SUCCEEDED);
        assertThat(ended().usage().elapsedMs()).as("however late it is asked").isEqualTo(90_000);
        assertThat(engine.log(RUN, 0, 1_000).text()).contains("没有真正运行", "nothing was really run");
        assertThat(engine.forget(RUN)).isTrue();
    }

    @Test
    void someFailAndSomeAreStopped() {
        planned(true);
        engine.start(request());
        now = now.plusSeconds(30);
        engine.stop(RUN, "enough");
        now = now.plusSeconds(5);
        engine.stop(RUN, "again");
        assertThat(ended().exit()).isEqualTo(RunExit.STOPPED);
        assertThat(ended().detail()).isEqualTo("enough");
        assertThat(ended().usage().elapsedMs()).isEqualTo(30_000);
        planned(true);
        engine.start(request());
        now = now.plusSeconds(90);
        assertThat(ended().exit()).isEqualTo(RunExit.FAILED);
        engine.stop(RUN, "too late");
        assertThat(ended().exit()).isEqualTo(RunExit.FAILED);
    }
}
