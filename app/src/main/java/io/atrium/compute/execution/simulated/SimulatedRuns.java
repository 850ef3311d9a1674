// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.RunId;
import java.time.Instant;
import java.util.Optional;

/// Keeps simulated runs.
public interface SimulatedRuns {

    Optional<SimulatedRun> find(RunId id);

    void add(SimulatedRun run);

    /// Does nothing to one that has started.
    void start(RunId id, Instant at);

    /// Does nothing to one that was stopped.
    void stop(RunId id, Instant at, String reason);
}
