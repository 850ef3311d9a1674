// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;

/// Compares two numbers of one scale, or two dates (比较).
public final class Compare extends Step {

    /// How the left stands to the right.
    public enum Order {
        LESS,
        AT_MOST,
        EQUAL,
        UNEQUAL,
        AT_LEAST,
        MORE;

        boolean asksNull() {
            return this == EQUAL || this == UNEQUAL;
        }

        boolean holds(int sign) {
            return switch (this) {
                case LESS -> sign < 0;
                case AT_MOST -> sign <= 0;
                case EQUAL -> sign == 0;
                case UNEQUAL -> sign != 0;
                case AT_LEAST -> sign >= 0;
                case MORE -> sign > 0;
            };
        }
    }

    private final Step left;
    private final Step right;
    private final Order order;

    public Compare(int slot, Step left, Step right, Order order) {
        super(slot, new Shape.Truth(), left.canFail() || right.canFail());
        this.left = left;
        this.right = right;
        this.order = order;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(left);
        var b = batch.lane(right);
        int words = batch.words();
        out.statesOfBoth(a, b, words);
        if (order.asksNull()) {
            out.askWhereNull(words);
        }
        for (int word = 0; word < Bits.words(batch.count()); word++) {
            int start = word << 6;
            int end = Math.min(64, batch.count() - start);
            long bits = 0;
            for (int i = 0; i < end; i++) {
                var holds = order.holds(Long.compare(a.values[start + i], b.values[start + i]));
                bits |= (holds ? 1L : 0L) << i;
            }
            out.yes[word] = bits & out.known[word];
        }
    }
}
