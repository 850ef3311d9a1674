// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A group of the round with its counts and what was concluded. A case may be counted under several heads;
/// `cases` counts it once.
///
/// @param dissatisfied marked one or two of five
/// @param unsolved not solved, as the firm says
/// @param redone done again at the firm's request
/// @param circulated circulated as overdue
/// @param conclusion null while there is none
public record RoundLine(
        RoundGroup group,
        int cases,
        int dissatisfied,
        int unsolved,
        int redone,
        int circulated,
        @Nullable Conclusion conclusion) {

    /// What was concluded, who does it by when, and what was done (会诊结论).
    ///
    /// @param done null until it is done
    public record Conclusion(
            String words,
            OrgId responsible,
            Instant dueAt,
            String by,
            Instant at,
            @Nullable Done done) {}

    public record Done(String words, String by, Instant at) {}
}
