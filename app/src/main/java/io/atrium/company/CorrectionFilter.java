// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Narrows a list of correction requests.
///
/// @param text part of a firm's name, or of its unified code
/// @param dueBefore only what is open and due before this moment
public record CorrectionFilter(
        @Nullable CorrectionState state,
        @Nullable String text,
        @Nullable Instant dueBefore) {
    public static final CorrectionFilter ALL = new CorrectionFilter(null, null, null);
    public static final CorrectionFilter OPEN = new CorrectionFilter(CorrectionState.OPEN, null, null);
}
