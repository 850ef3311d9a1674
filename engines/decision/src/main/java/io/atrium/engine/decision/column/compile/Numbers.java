// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.Fixed;
import io.atrium.engine.decision.column.evaluate.Multiply;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.IntSupplier;

/// Numbers and their scales at compile time.
final class Numbers {

    /// More digits after the point than money, shares and scores ever need.
    static final int SCALE_MAX = 12;

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final IntSupplier slots;

    Numbers(IntSupplier slots) {
        this.slots = slots;
    }

    static int scaleOf(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    Step fixed(BigDecimal number) {
        int scale = scaleOf(number);
        return Fixed.number(slots.getAsInt(), unscaled(number, scale), scale);
    }

    /// The number times ten to the power of the scale, which must hold all its digits.
    static long unscaled(BigDecimal number, int scale) {
        var whole = number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        if (scale > SCALE_MAX || whole.bitLength() >= Long.SIZE) {
            throw new NotCompiled("a number of too many digits: " + number);
        }
        return whole.longValueExact();
    }

    /// The same number with at least so many digits after the point.
    Step withScale(Step number, int scale) {
        int digits = scale - scale(number);
        if (digits <= 0) {
            return number;
        }
        if (digits > SCALE_MAX) {
            throw new NotCompiled("a number of too many digits");
        }
        long factor = BigInteger.TEN.pow(digits).longValueExact();
        return new Multiply(slots.getAsInt(), number, Fixed.number(slots.getAsInt(), factor, digits));
    }

    static int scale(Step number) {
        return ((Shape.Number) number.shape()).scale();
    }

    /// The first whole number at a scale that is not below a number, kept within `long`.
    static long ceiling(BigDecimal number, int scale) {
        return clamp(number.setScale(scale, RoundingMode.CEILING).unscaledValue());
    }

    static long floor(BigDecimal number, int scale) {
        return clamp(number.setScale(scale, RoundingMode.FLOOR).unscaledValue());
    }

    private static long clamp(BigInteger whole) {
        return whole.max(LONG_MIN).min(LONG_MAX).longValueExact();
    }
}
