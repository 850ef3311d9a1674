// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Money (金额): a whole number of fen of CNY. Every operation is exact and overflow throws.
public record Fen(long value) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    /// From yuan with at most two decimals; more decimals are a bug of the caller and throw.
    public static Fen ofYuan(BigDecimal yuan) {
        return new Fen(yuan.movePointRight(2).longValueExact());
    }

    public static Fen ofYuan(String yuan) {
        return ofYuan(new BigDecimal(yuan));
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(value, other.value));
    }

    public Fen minus(Fen other) {
        return new Fen(Math.subtractExact(value, other.value));
    }

    public Fen min(Fen other) {
        return value <= other.value ? this : other;
    }

    public Fen negated() {
        return new Fen(Math.negateExact(value));
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isNegative() {
        return value < 0;
    }

    /// This share of the amount, rounded down; the rest is `minus` it, so that the parts sum to the whole.
    public Fen share(BasisPoints rate) {
        return new Fen(BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(rate.value()))
                .divide(BigDecimal.valueOf(BasisPoints.WHOLE), 0, RoundingMode.FLOOR)
                .longValueExact());
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(value, 2);
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
