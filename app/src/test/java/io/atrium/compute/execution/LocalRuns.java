// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Runs real commands through a local engine for tests, and waits for what becomes of them.
final class LocalRuns {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final long MIB = 1 << 20;

    final LocalProcessEngine engine;
    private int runs;

    LocalRuns(Path home) {
        engine = new LocalProcessEngine(home, InstantSource.fixed(NOW));
        var readiness = engine.readiness();
        assumeTrue(readiness instanceof Readiness.Ready, () -> "cannot confine jobs here: " + readiness);
    }

    /// A shell script under the given limits, run to its end.
    Finished run(RunLimits limits, String script) {
        var id = started(limits, script);
        return new Finished(ended(id), engine.log(id, 0, 1_000_000).text());
    }

    Finished run(String script) {
        return run(RunLimits.SMALL, script);
    }

    record Finished(RunState.Ended end, String log) {}

    RunId started(RunLimits limits, String script) {
        var id = new RunId("run-" + ++runs);
        assertThat(engine.start(request(id, limits, script))).isEqualTo(new StartOutcome.Started());
        return id;
    }

    static RunRequest request(RunId id, RunLimits limits, String script) {
        return new RunRequest(id, List.of("bash", "-c", script), Map.of(), limits, List.of());
    }

    RunState.Ended ended(RunId id) {
        return (RunState.Ended) await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> engine.poll(id), RunState.Ended.class::isInstance);
    }

    /// Waits until the run has printed what is looked for.
    String printed(RunId id, Predicate<String> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> engine.log(id, 0, 1_000_000).text(), wanted);
    }
}
