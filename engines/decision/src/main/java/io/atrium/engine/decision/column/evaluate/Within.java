// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;

/// Whether a number or a date lies between two fixed bounds, both included (区间). Every comparison with a fixed value is
/// of this kind: `x > 5` with two digits after the point is 5.01 and above.
public final class Within extends Step {

    private final Step value;
    private final long low;
    private final long high;
    private final boolean isOutside;
    private final boolean asksNull;

    /// @param isOutside yes where the value does not lie between them
    /// @param asksNull equality has an opinion on null; order has none
    public Within(int slot, Step value, long low, long high, boolean isOutside, boolean asksNull) {
        super(slot, new Shape.Truth(), value.canFail());
        this.value = value;
        this.low = low;
        this.high = high;
        this.isOutside = isOutside;
        this.asksNull = asksNull;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        int words = batch.words();
        if (value instanceof ReadNumber read && batch.rows().picks() == null) {
            read.states(batch, out);
            read.column().within(batch.rows(), low, high, out.yes);
        } else {
            var lane = batch.lane(value);
            out.statesOf(lane, words);
            Bits.within(lane.values, 0, batch.count(), new Bits.Range(low, high), out.yes);
        }
        if (asksNull) {
            out.askWhereNull(words);
        }
        for (int word = 0; word < words; word++) {
            out.yes[word] = (isOutside ? ~out.yes[word] : out.yes[word]) & out.known[word];
        }
    }
}
