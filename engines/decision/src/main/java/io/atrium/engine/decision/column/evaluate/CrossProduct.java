// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigInteger;

/// Both sides of `dividend / divisor ? value`, each multiplied by what it takes to make them whole numbers.
///
/// @param left what the dividend is multiplied by
/// @param right what the divisor is multiplied by
/// @param fits no firm of the snapshot can make either product overflow
record CrossProduct(long left, long right, boolean fits) {

    static CrossProduct of(Shape.Ratio ratio, BigInteger value, int scale) {
        int shift = ratio.shift() + scale;
        var left = BigInteger.TEN.pow(Math.max(shift, 0));
        var right = value.multiply(BigInteger.TEN.pow(Math.max(-shift, 0)));
        if (left.bitLength() >= Long.SIZE || right.bitLength() >= Long.SIZE) {
            return new CrossProduct(Long.MAX_VALUE, Long.MAX_VALUE, false);
        }
        var fits = left.multiply(ratio.magnitude()).bitLength() < Long.SIZE
                && right.multiply(ratio.divisorMax()).bitLength() < Long.SIZE;
        return new CrossProduct(left.longValueExact(), right.longValueExact(), fits);
    }

    boolean overflows(long dividend, long divisor) {
        return !fits && (isUnknown() || Overflow.multiplies(dividend, left) || Overflow.multiplies(divisor, right));
    }

    int sign(long dividend, long divisor) {
        return Long.compare(dividend * left, divisor * right);
    }

    private boolean isUnknown() {
        return left == Long.MAX_VALUE;
    }
}
