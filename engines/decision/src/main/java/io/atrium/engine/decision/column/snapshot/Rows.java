// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import org.jspecify.annotations.Nullable;

/// A batch (批) of rows that is worked on together: a run of rows, or single rows picked out of one.
///
/// @param base the first row of the run; a multiple of [#MAX]
/// @param picks the rows picked, ascending, or null for the run as it is
@SuppressWarnings("ArrayRecordComponent") // nobody compares two batches
public record Rows(int base, int count, int @Nullable [] picks) {

    /// Small enough for the first-level cache, large enough to make the calls per batch cheap.
    public static final int MAX = 2_048;

    public static Rows run(int base, int count) {
        return new Rows(base, count, null);
    }

    public int row(int position) {
        return picks == null ? base + position : picks[position];
    }
}
