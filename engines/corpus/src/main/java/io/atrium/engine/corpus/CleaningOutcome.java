// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

/// What came of a request to clean a corpus.
public sealed interface CleaningOutcome {
    /// The cleaned corpus and its card lie in the output folder.
    record Cleaned(CorpusCard card) implements CleaningOutcome {}

    /// Nothing was written.
    record Refused(Code code, String fact) implements CleaningOutcome {}

    /// Reasons in their order of precedence: the first that holds is given.
    enum Code {
        /// Fewer than one pass or more than {@link CleanCorpus#PASSES_MAX}; the fact is the number asked for.
        PASSES_OUT_OF_RANGE,
        /// The input is not a folder; the fact is its path.
        INPUT_NOT_A_FOLDER,
        /// No JSONL line was found; the fact is the folder.
        INPUT_EMPTY,
        /// More than {@link Cleaning#DOCUMENTS_MAX} documents; the fact is their number.
        TOO_MANY_DOCUMENTS
    }
}
