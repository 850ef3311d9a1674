// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.NumberColumn;
import java.util.Arrays;

/// Reads a number of each firm. What lies beyond the column is asked of the row path.
public final class ReadNumber extends Step {

    private final NumberColumn column;

    public ReadNumber(int slot, NumberColumn column) {
        super(slot, Shape.number(column.scale(), column.min(), column.max()), column.beyond() != null);
        this.column = column;
    }

    public NumberColumn column() {
        return column;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        out.values = out.own;
        column.read(batch.rows(), out.own);
        states(batch, out);
    }

    /// Known where present; asked where it lies beyond.
    void states(Batch batch, Lane out) {
        int words = batch.words();
        Bits.gather(column.present(), batch.rows(), out.known);
        Arrays.fill(out.failed, 0, words, 0L);
        var beyond = column.beyond();
        if (beyond == null) {
            Arrays.fill(out.asked, 0, words, 0L);
            return;
        }
        Bits.gather(beyond, batch.rows(), out.asked);
        for (int word = 0; word < words; word++) {
            out.known[word] &= ~out.asked[word];
        }
    }
}
