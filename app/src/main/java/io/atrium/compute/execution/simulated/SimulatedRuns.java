// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.simulated;

import io.atrium.compute.execution.RunId;
import java.util.Optional;

/// Keeps simulated runs.
public interface SimulatedRuns {

    Optional<SimulatedRun> find(RunId id);

    /// The run that began last with these checkpoints.
    Optional<SimulatedRun> newest(String checkpoints);

    /// Does nothing if it is there.
    void add(SimulatedRun run);

    /// Does nothing to one that has begun.
    void start(RunId id, SimulatedRun.Begun begun);

    /// Does nothing to one that was stopped.
    void stop(RunId id, SimulatedRun.Stop stop);
}
