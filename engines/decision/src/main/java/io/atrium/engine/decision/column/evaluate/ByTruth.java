// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;

/// The rules that a yes and a no allow; also a cell that reads another fact, as a condition of its own.
public final class ByTruth extends RuleFilter {

    private final Step truth;
    private final long[] ifYes;
    private final long[] ifNo;

    /// @param ifYes by word
    public ByTruth(Step truth, long[] ifYes, long[] ifNo) {
        this.truth = truth;
        this.ifYes = ifYes;
        this.ifNo = ifNo;
    }

    @Override
    Step input() {
        return truth;
    }

    @Override
    void strike(Lane input, long[] rules, int count) {
        for (int word = 0; word < ifYes.length; word++) {
            int offset = word * Rows.MAX;
            long no = ifNo[word];
            long differs = ifYes[word] ^ no;
            for (int i = 0; i < count; i++) {
                rules[offset + i] &= no ^ (differs & -(input.yes[i >> 6] >>> i & 1));
            }
        }
    }
}
