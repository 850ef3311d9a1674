// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.evaluate.Batch;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import org.jspecify.annotations.Nullable;

/// A yes-or-no decision of a policy over all firms (条件列): yes, no, or unknown.
final class TruthDecision {

    private final String decision;
    private final String key;
    private final @Nullable Step step;
    private final Gate gate;
    private final RowPath rowPath;

    /// @param key equal for decisions that say the same, also of other policies
    /// @param step null when the row path decides it
    TruthDecision(String decision, String key, @Nullable Step step, Gate gate, RowPath rowPath) {
        this.decision = decision;
        this.key = key;
        this.step = step != null && step.shape() instanceof Shape.Truth ? step : null;
        this.gate = gate;
        this.rowPath = rowPath;
    }

    String decision() {
        return decision;
    }

    String key() {
        return key;
    }

    /// Fills the words of a run of rows.
    void fill(Batch batch, Scratch scratch, TruthBits bits) {
        var rows = batch.rows();
        int first = rows.base() >> 6;
        var open = scratch.open();
        gate.open(rows, open, scratch.room());
        if (step == null) {
            for (int word = 0; word < Bits.words(rows.count()); word++) {
                ask(open[word], word, rows, bits);
            }
            return;
        }
        var lane = batch.lane(step);
        for (int word = 0; word < Bits.words(rows.count()); word++) {
            bits.known()[first + word] = lane.known()[word] & open[word];
            bits.yes()[first + word] = lane.yes()[word] & lane.known()[word] & open[word];
            long asked = lane.asked()[word] & open[word];
            if (asked != 0) {
                ask(asked, word, rows, bits);
            }
        }
    }

    private void ask(long asked, int word, Rows rows, TruthBits bits) {
        for (long left = asked; left != 0; left &= left - 1) {
            int row = rows.row((word << 6) + Long.numberOfTrailingZeros(left));
            if (rowPath.decide(row, decision) instanceof Boolean truth) {
                Bits.set(bits.known(), row);
                if (truth) {
                    Bits.set(bits.yes(), row);
                }
            }
        }
    }
}
