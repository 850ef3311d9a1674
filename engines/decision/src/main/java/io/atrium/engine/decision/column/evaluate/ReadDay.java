// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.DayColumn;

/// Reads a date of each firm.
public final class ReadDay extends Step {

    private final DayColumn column;

    public ReadDay(int slot, DayColumn column) {
        super(slot, new Shape.Day(), false);
        this.column = column;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        out.values = out.own;
        column.read(batch.rows(), out.own);
        Bits.gather(column.present(), batch.rows(), out.known);
        out.clearTrouble(batch.words());
    }
}
