// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.util.Map;

/// What came of a request to start a run.
public sealed interface StartOutcome {
    record Started() implements StartOutcome {}

    /// This run was started before; whether it still runs, {@link ExecutionEngine#poll} tells.
    record AlreadyStarted() implements StartOutcome {}

    /// Its provider has it, or is not heard of, and it has not begun: ask again.
    ///
    /// @param reason the provider's own word for it, or `UNREACHABLE`
    record Waiting(String reason) implements StartOutcome {}

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
        TOO_MANY_RUNS,
        /// The provider's cluster does not take such a job. Facts: `problem`, `number`.
        PROVIDER_REFUSED,
        /// The answer to a submission was lost, and too late to find out whether it had come through: rather nothing
        /// runs than a job twice. Facts: none.
        SUBMISSION_LOST
    }
}
