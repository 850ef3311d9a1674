// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import java.util.List;

/// What can be said about the category of a text.
///
/// @param verdict whether the first suggestion may be filled in for a person to confirm
/// @param ranked  suggestions, the most confident first
public record CategoryAdvice(Verdict verdict, List<CategorySuggestion> ranked) {

    /// Whether it is sure (有把握).
    public enum Verdict {
        /// The first suggestion stands out.
        SURE,
        /// Unsure: two or more fit about equally well; a person chooses.
        BETWEEN_SEVERAL,
        /// Unsure: the text resembles nothing that is known.
        LIKE_NOTHING_KNOWN
    }

    public boolean isSure() {
        return verdict == Verdict.SURE;
    }
}
