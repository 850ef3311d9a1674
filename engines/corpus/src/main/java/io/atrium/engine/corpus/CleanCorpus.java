// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.nio.file.Path;

/// The request to clean a corpus: JSONL files in one folder, results into another.
///
/// @param passes how often to clean: each further pass cleans what the pass before it put out, which shows whether
///               the result is stable (its counts in and out are then equal)
public record CleanCorpus(Path input, Path output, int passes) {
    /// Past a few passes nothing changes any more; the bound keeps a mistyped number from running for days.
    public static final int PASSES_MAX = 100;
}
