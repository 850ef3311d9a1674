// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LogSlice;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.execution.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// Pretends to run jobs: each works as long as it was given to work, and nothing else happens (模拟执行引擎).
///
/// Only the demo has it, and only jobs that were submitted as simulated come to it.
public final class SimulatedEngine implements ExecutionEngine {

    public static final String NAME = "simulated";

    /// In both languages, since a log has none.
    private static final String LOG = "[模拟 / simulated] 没有真正运行任何程序 / nothing was really run\n";

    private final SimulatedRuns runs;
    private final InstantSource clock;

    public SimulatedEngine(SimulatedRuns runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Readiness readiness() {
        return new Readiness.Ready();
    }

    @Override
    public StartOutcome start(RunRequest request) {
        runs.start(request.id(), clock.instant());
        return new StartOutcome.Started();
    }

    @Override
    public RunState poll(RunId id) {
        return runs.find(id)
                .filter(run -> run.started() != null)
                .map(run -> state(run, Objects.requireNonNull(run.started())))
                .orElseGet(RunState.Unknown::new);
    }

    private RunState state(SimulatedRun run, Instant started) {
        var ends = started.plus(run.works());
        var stopped = run.stopped();
        if (stopped != null && stopped.isBefore(ends)) {
            return ended(run, RunExit.STOPPED, started, stopped);
        }
        var now = clock.instant();
        if (now.isBefore(ends)) {
            return new RunState.Running(started, usage(Duration.between(started, now)));
        }
        return ended(run, run.fails() ? RunExit.FAILED : RunExit.SUCCEEDED, started, ends);
    }

    private static RunState ended(SimulatedRun run, RunExit exit, Instant started, Instant at) {
        var detail = exit == RunExit.STOPPED ? Objects.requireNonNullElse(run.stopReason(), "") : "";
        int code = exit == RunExit.SUCCEEDED ? 0 : 1;
        return new RunState.Ended(exit, code, started, at, usage(Duration.between(started, at)), detail);
    }

    private static Usage usage(Duration elapsed) {
        return new Usage(elapsed.toMillis(), 0, 0);
    }

    @Override
    public void stop(RunId id, String reason) {
        runs.stop(id, clock.instant(), reason);
    }

    @Override
    public LogSlice log(RunId id, long fromByte, int maxBytes) {
        int bytes = LOG.getBytes(StandardCharsets.UTF_8).length;
        boolean isOver = !(poll(id) instanceof RunState.Running);
        return fromByte >= bytes ? new LogSlice(fromByte, fromByte, "", isOver) : new LogSlice(0, bytes, LOG, isOver);
    }

    /// A simulated run keeps nothing that would be in the way.
    @Override
    public boolean forget(RunId id) {
        return !(poll(id) instanceof RunState.Running);
    }
}
