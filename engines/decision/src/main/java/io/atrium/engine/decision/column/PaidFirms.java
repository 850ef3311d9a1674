// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.decide.Outcome;

/// Walks over the firms that get money, in order, each with its amount (获资企业遍历).
final class PaidFirms {

    private static final int WORDS_PER_BATCH = Rows.MAX >> 6;

    private final PolicyResult result;
    private int batch = -1;
    private int place;

    PaidFirms(PolicyResult result) {
        this.result = result;
    }

    /// Which of 64 firms get money.
    long at(int word) {
        return result.hasAmounts() ? result.firms(Outcome.ENTITLED)[word] | result.firms(Outcome.CEILING)[word] : 0;
    }

    /// What a firm gets; 0 when it gets no money. Firms must be asked about in order.
    long next(int word, int bit) {
        if ((at(word) >>> bit & 1) == 0) {
            return 0;
        }
        if (word / WORDS_PER_BATCH != batch) {
            batch = word / WORDS_PER_BATCH;
            place = 0;
        }
        return result.fenOf(batch)[place++];
    }
}
