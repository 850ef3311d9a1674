// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.Map;

/// What came of a request to start a run.
public sealed interface StartOutcome {
    record Started() implements StartOutcome {}

    /// This run was started before; whether it still runs, {@link ExecutionEngine#poll} tells.
    record AlreadyStarted() implements StartOutcome {}

    /// Nothing was started and nothing is kept.
    record Refused(Code code, Map<String, String> facts) implements StartOutcome {
        public Refused {
            facts = Map.copyOf(facts);
        }
    }

    /// Reasons in their order of precedence.
    enum Code {
        /// No command, a NUL character, or an environment name that is none. Fact: `problem`.
        INVALID_REQUEST,
        /// An input does not exist. Fact: `path`.
        INPUT_MISSING,
        /// The machine cannot confine a run. Facts: `missing`, `remedy`.
        CANNOT_CONFINE,
        /// As many runs are kept as there are users for them. Fact: `max`.
        TOO_MANY_RUNS
    }
}
