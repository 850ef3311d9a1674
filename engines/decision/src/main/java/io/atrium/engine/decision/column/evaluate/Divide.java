// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigInteger;

/// A quotient, kept as two numbers (除). A division by zero is an error of the row path.
public final class Divide extends Step {

    private final Step dividend;
    private final Step divisor;

    public Divide(int slot, Step dividend, Step divisor) {
        super(slot, shape((Shape.Number) dividend.shape(), (Shape.Number) divisor.shape()), true);
        this.dividend = dividend;
        this.divisor = divisor;
    }

    private static Shape.Ratio shape(Shape.Number dividend, Shape.Number divisor) {
        return new Shape.Ratio(divisor.scale() - dividend.scale(), magnitude(dividend), magnitude(divisor));
    }

    static BigInteger magnitude(Shape.Number number) {
        return number.min().abs().max(number.max().abs());
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(dividend);
        var b = batch.lane(divisor);
        out.statesOfBoth(a, b, batch.words());
        out.values = out.own;
        var over = out.ownDivisors();
        for (int i = 0; i < batch.count(); i++) {
            long below = b.values[i];
            long above = a.values[i];
            out.own[i] = below < 0 ? -above : above;
            over[i] = below < 0 ? -below : below;
            if (below == 0) {
                over[i] = 1;
                if ((out.known[i >> 6] >>> i & 1) != 0) {
                    out.fail(i);
                }
            }
        }
    }
}
