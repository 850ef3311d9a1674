// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

/// What came of compiling a plain model.
public sealed interface PlainOutcome {

    record Ready(PlainModel model) implements PlainOutcome {}

    /// @param reason why the model is not run, in one sentence
    record Refused(Reason reason, String sentence) implements PlainOutcome {}

    enum Reason {
        /// A function of the model would be carried out outside FEEL.
        EXTERNAL_FUNCTION,
        /// The file is no DMN model, or one that it imports is missing.
        NOT_READABLE
    }
}
