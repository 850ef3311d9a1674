// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Bits;

/// What a condition comes to for every firm (条件位图). A record of arrays: nobody compares two of them.
///
/// @param yes set only where known
@SuppressWarnings("ArrayRecordComponent")
record TruthBits(long[] yes, long[] known) {

    static TruthBits of(int rows) {
        return new TruthBits(new long[Bits.words(rows)], new long[Bits.words(rows)]);
    }
}
