// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.time.Instant;
import java.util.Optional;

/// How a run stands.
public sealed interface RunState {
    /// Never started here, or forgotten. Starting it is safe.
    record Unknown() implements RunState {}

    /// Asked for, but its provider has not begun it. Stopping it is safe.
    ///
    /// @param reason the provider's own word for it
    record Waiting(String reason) implements RunState {}

    /// Its provider does not answer now; what becomes of the run is learnt later.
    ///
    /// @param since when it was heard of last, or asked for
    record OutOfSight(Instant since) implements RunState {}

    /// @param checkpointedAt when it last put something into its checkpoint folder, as far as is seen
    record Running(Instant since, Usage usage, Optional<Instant> checkpointedAt) implements RunState {
        public Running(Instant since, Usage usage) {
            this(since, usage, Optional.empty());
        }
    }

    /// @param exitCode as a shell gives it: 128 + signal when killed, -1 when lost
    /// @param detail   the reason given to stop, or what went wrong in words; empty when there is nothing to say
    /// @param checkpointedAt when it last put something into its checkpoint folder, as far as is seen
    record Ended(
            RunExit exit,
            int exitCode,
            Instant startedAt,
            Instant endedAt,
            Usage usage,
            String detail,
            Optional<Instant> checkpointedAt)
            implements RunState {
        public Ended(RunExit exit, int exitCode, Instant startedAt, Instant endedAt, Usage usage, String detail) {
            this(exit, exitCode, startedAt, endedAt, usage, detail, Optional.empty());
        }
    }
}
