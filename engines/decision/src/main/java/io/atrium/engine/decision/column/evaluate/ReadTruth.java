// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.TruthColumn;

/// Reads a yes or no of each firm.
public final class ReadTruth extends Step {

    private final TruthColumn column;

    public ReadTruth(int slot, TruthColumn column) {
        super(slot, new Shape.Truth(), false);
        this.column = column;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        Bits.gather(column.present(), batch.rows(), out.known);
        Bits.gather(column.yes(), batch.rows(), out.yes);
        out.clearTrouble(batch.words());
    }
}
