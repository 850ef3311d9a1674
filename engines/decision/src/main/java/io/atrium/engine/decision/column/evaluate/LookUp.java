// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import java.util.Arrays;

/// An expression that reads a single text, worked out once for each distinct text by the row path (逐值查表).
public final class LookUp extends Step {

    private final Step text;
    private final Table table;

    /// The answers by code.
    ///
    /// @param values of each code; for yes and no 1 or 0
    /// @param marks the same for yes and no, narrow
    /// @param isAsked codes whose answer only the row path can give
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two tables
    public record Table(long[] values, byte[] marks, boolean[] isAsked, boolean asksAny) {}

    public LookUp(int slot, Step text, Shape shape, Table table) {
        super(slot, shape, text.canFail() || table.asksAny());
        this.text = text;
        this.table = table;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        int words = batch.words();
        var isPlain = shape() instanceof Shape.Truth && !table.asksAny();
        if (isPlain && text instanceof ReadText read && batch.rows().picks() == null) {
            read.states(batch, out);
            read.column().marked(batch.rows(), table.marks(), out.yes);
        } else {
            look(batch, batch.lane(text), out);
        }
        for (int word = 0; word < words; word++) {
            out.yes[word] &= out.known[word];
        }
    }

    private void look(Batch batch, Lane lane, Lane out) {
        out.statesOf(lane, batch.words());
        out.askWhereNull(batch.words());
        out.values = out.own;
        Arrays.fill(out.yes, 0, Bits.words(batch.count()), 0L);
        for (int i = 0; i < batch.count(); i++) {
            int code = (out.known[i >> 6] >>> i & 1) == 0 ? 0 : (int) lane.values[i];
            out.own[i] = table.values()[code];
            out.yes[i >> 6] |= (long) table.marks()[code] << i;
            if (code != 0 && table.isAsked()[code]) {
                out.ask(i);
            }
        }
    }
}
