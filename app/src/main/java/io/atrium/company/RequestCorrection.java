// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Seen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A firm asks that a fact about it be corrected (申请更正).
///
/// @param kept ids of files that the firm has here already
/// @param seen what the firm saw of the fact
public record RequestCorrection(
        RequestKey key, Actor actor, Statement statement, List<Upload> uploads, List<String> kept, Seen seen) {

    public static final int REASON_LENGTH_MAX = 1_000;
    public static final int EVIDENCE_MAX = 5;

    /// What should be written instead, and why.
    ///
    /// @param year for yearly facts only
    /// @param since the day from which the new value holds
    public record Statement(String factKey, @Nullable Integer year, String value, LocalDate since, String reason) {}

    public RequestCorrection(
            RequestKey key, Actor actor, Statement statement, List<Upload> uploads, List<String> kept) {
        this(key, actor, statement, uploads, kept, Seen.ANYTHING);
    }

    public RequestCorrection {
        uploads = List.copyOf(uploads);
        kept = List.copyOf(kept);
    }
}
