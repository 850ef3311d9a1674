// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Rounds to fewer digits after the point (舍入).
public final class Round extends Step {

    private final Step number;
    private final long unit;
    private final RoundingMode mode;

    /// @param digits how many digits after the point stay; fewer than the number has
    public Round(int slot, Step number, int digits, RoundingMode mode) {
        super(slot, shape((Shape.Number) number.shape(), digits, mode), number.canFail());
        this.number = number;
        this.unit = BigInteger.TEN
                .pow(((Shape.Number) number.shape()).scale() - digits)
                .longValueExact();
        this.mode = mode;
    }

    private static Shape.Number shape(Shape.Number number, int digits, RoundingMode mode) {
        return new Shape.Number(
                digits,
                rounded(number.min(), number.scale(), digits, mode),
                rounded(number.max(), number.scale(), digits, mode));
    }

    private static BigInteger rounded(BigInteger value, int scale, int digits, RoundingMode mode) {
        return new BigDecimal(value, scale).setScale(digits, mode).unscaledValue();
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(number);
        out.statesOf(lane, batch.words());
        out.askWhereNull(batch.words());
        out.values = out.own;
        for (int i = 0; i < batch.count(); i++) {
            out.own[i] = rounded(lane.values[i]);
        }
    }

    private long rounded(long value) {
        long quotient = value / unit;
        long rest = value % unit;
        if (rest == 0) {
            return quotient;
        }
        int away = value < 0 ? -1 : 1;
        return switch (mode) {
            case DOWN -> quotient;
            case UP -> quotient + away;
            case FLOOR -> value < 0 ? quotient - 1 : quotient;
            case CEILING -> value < 0 ? quotient : quotient + 1;
            case HALF_UP -> Math.abs(rest) >= unit - Math.abs(rest) ? quotient + away : quotient;
            case HALF_DOWN -> Math.abs(rest) > unit - Math.abs(rest) ? quotient + away : quotient;
            case HALF_EVEN -> halfEven(quotient, Math.abs(rest), away);
            case UNNECESSARY -> throw new IllegalStateException("rounding was not expected");
        };
    }

    private long halfEven(long quotient, long rest, int away) {
        long other = unit - rest;
        return rest > other || (rest == other && (quotient & 1) != 0) ? quotient + away : quotient;
    }
}
