// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LogSlice;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.execution.Usage;
import io.atrium.compute.execution.simulated.SimulatedRun.Begun;
import io.atrium.compute.execution.simulated.SimulatedRun.Stop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// Pretends to run jobs: each works as long as it was given to work, and nothing else happens (模拟执行引擎).
///
/// Only the demo has it, and only jobs that were submitted as simulated come to it. One that keeps checkpoints works on
/// for its whole grace when it is told to stop, and goes on from its last checkpoint in the job's next run.
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

    /// A run that nobody planned goes on from the checkpoints of the job's run before it.
    @Override
    public StartOutcome start(RunRequest request) {
        var checkpoints = request.checkpoints();
        if (runs.find(request.id()).isEmpty()) {
            checkpoints
                    .flatMap(kept -> runs.newest(kept.name()))
                    .ifPresent(before -> runs.add(before.goesOn(request.id())));
        }
        runs.start(
                request.id(),
                new Begun(
                        clock.instant(),
                        request.limits().wall(),
                        checkpoints.map(Checkpoints::grace).orElse(Duration.ZERO),
                        checkpoints.map(Checkpoints::name).orElse(null)));
        return new StartOutcome.Started();
    }

    @Override
    public RunState poll(RunId id) {
        return runs.find(id)
                .filter(run -> run.begun() != null)
                .map(run -> state(run, Objects.requireNonNull(run.begun())))
                .orElseGet(RunState.Unknown::new);
    }

    private RunState state(SimulatedRun run, Begun begun) {
        var end = SimulatedRun.end(run.work(), begun, run.stop());
        var now = clock.instant();
        if (now.isBefore(end.at())) {
            return new RunState.Running(begun.at(), usage(Duration.between(begun.at(), now)), savedAt(run, begun, now));
        }
        var stop = run.stop();
        var detail = end.exit() == RunExit.STOPPED && stop != null ? stop.reason() : "";
        int code = end.exit() == RunExit.SUCCEEDED ? 0 : 1;
        var used = usage(Duration.between(begun.at(), end.at()));
        return new RunState.Ended(end.exit(), code, begun.at(), end.at(), used, detail, savedAt(run, begun, end.at()));
    }

    private static Optional<Instant> savedAt(SimulatedRun run, Begun begun, Instant now) {
        return SimulatedRun.saved(run.work(), begun, now).map(begun.at()::plus);
    }

    private static Usage usage(Duration elapsed) {
        return new Usage(elapsed.toMillis(), 0, 0);
    }

    @Override
    public void stop(RunId id, String reason) {
        runs.stop(id, new Stop(clock.instant(), reason));
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
