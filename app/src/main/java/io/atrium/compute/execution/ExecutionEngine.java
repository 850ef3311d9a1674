// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// Runs jobs somewhere (执行引擎): on a provider's cluster or on this machine.
///
/// Start is idempotent by run id; what happened is learnt by polling, so late and repeated answers are normal. Atrium
/// never reaches into a provider.
public interface ExecutionEngine {
    /// A stable name for settings and records, for example `local-process`.
    String name();

    /// Ready, or what is missing, in words, with the remedy.
    Readiness readiness();

    /// Starts a run once, however often it is asked to.
    StartOutcome start(RunRequest request);

    RunState poll(RunId id);

    /// Asks the run to end, and ends it by force after a grace: the declared one of a run that keeps checkpoints, else
    /// a
    /// short one. Repeated until it has ended. Does nothing when it has ended or is not known.
    void stop(RunId id, String reason);

    /// A piece of what the run printed; empty when there is nothing yet past that byte, or the run is not known.
    LogSlice log(RunId id, long fromByte, int maxBytes);

    /// Removes everything that is kept of a run that has ended. False, and nothing is removed, while it still runs.
    boolean forget(RunId id);
}
