// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigInteger;
import java.util.Arrays;

/// Compares a quotient with a fixed number by multiplying crosswise, so that no digit is lost.
///
/// The row path divides to 34 digits. As long as the products fit in a `long`, two unequal sides differ by far more
/// than
/// the last of those digits, so both ways agree.
public final class CompareRatio extends Step {

    private final Step ratio;
    private final Compare.Order order;
    private final CrossProduct cross;

    /// @param value the fixed number times ten to the power of the scale
    public CompareRatio(int slot, Step ratio, Compare.Order order, BigInteger value, int scale) {
        super(slot, new Shape.Truth(), true);
        this.ratio = ratio;
        this.order = order;
        this.cross = CrossProduct.of((Shape.Ratio) ratio.shape(), value, scale);
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(ratio);
        int words = batch.words();
        out.statesOf(lane, words);
        if (order.asksNull()) {
            out.askWhereNull(words);
        }
        Arrays.fill(out.yes, 0, words, 0L);
        for (int i = 0; i < batch.count(); i++) {
            if ((out.known[i >> 6] >>> i & 1) == 0) {
                continue;
            }
            if (cross.overflows(lane.values[i], lane.divisors[i])) {
                out.ask(i);
            } else if (order.holds(cross.sign(lane.values[i], lane.divisors[i]))) {
                out.yes[i >> 6] |= 1L << i;
            }
        }
    }
}
