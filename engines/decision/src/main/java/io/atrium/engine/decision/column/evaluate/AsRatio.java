// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigInteger;
import java.util.Arrays;

/// A number seen as a quotient over one, so that a choice may yield either.
public final class AsRatio extends Step {

    private final Step number;

    public AsRatio(int slot, Step number) {
        super(slot, shape((Shape.Number) number.shape()), number.canFail());
        this.number = number;
    }

    private static Shape.Ratio shape(Shape.Number number) {
        return new Shape.Ratio(-number.scale(), Divide.magnitude(number), BigInteger.ONE);
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(number);
        out.statesOf(lane, batch.words());
        out.values = lane.values;
        Arrays.fill(out.ownDivisors(), 0, batch.count(), 1L);
    }
}
