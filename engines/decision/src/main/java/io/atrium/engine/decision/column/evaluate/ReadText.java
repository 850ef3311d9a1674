// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Dictionary;
import io.atrium.engine.decision.column.snapshot.TextColumn;

/// Reads the code of a text of each firm.
public final class ReadText extends Step {

    private final TextColumn column;

    public ReadText(int slot, TextColumn column) {
        super(slot, new Shape.Text(texts(column.dictionary())), false);
        this.column = column;
    }

    TextColumn column() {
        return column;
    }

    private static Shape.Texts texts(Dictionary dictionary) {
        return new Shape.Texts() {
            @Override
            public int size() {
                return dictionary.size();
            }

            @Override
            public String text(int code) {
                return dictionary.text(code);
            }
        };
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        out.values = out.own;
        column.read(batch.rows(), out.own);
        states(batch, out);
    }

    void states(Batch batch, Lane out) {
        Bits.gather(column.present(), batch.rows(), out.known);
        out.clearTrouble(batch.words());
    }
}
