// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.math.BigInteger;
import java.util.List;

/// What a step yields (值形), known before any row is read.
public sealed interface Shape {

    /// A number times ten to the power of the scale; no value lies outside the bounds.
    @SuppressWarnings("JavaLangClash") // it is one
    record Number(int scale, BigInteger min, BigInteger max) implements Shape {

        /// Whether every value fits in a `long`, so that nothing has to be checked row by row.
        boolean fits() {
            return min.bitLength() < Long.SIZE && max.bitLength() < Long.SIZE;
        }
    }

    /// A quotient kept as two numbers, because most quotients are no finite decimals: the lane's values over its
    /// divisors,
    /// times ten to the power of the shift. The divisors are above zero.
    record Ratio(int shift, BigInteger magnitude, BigInteger divisorMax) implements Shape {}

    /// Days since 1970-01-01.
    record Day() implements Shape {}

    /// Codes of texts.
    record Text(Texts texts) implements Shape {}

    record Truth() implements Shape {}

    /// How codes read; 0 is no text.
    interface Texts {
        int size();

        String text(int code);

        static Texts of(List<String> texts) {
            return new Texts() {
                @Override
                public int size() {
                    return texts.size();
                }

                @Override
                public String text(int code) {
                    return texts.get(code - 1);
                }
            };
        }
    }

    static Number number(int scale, long min, long max) {
        return new Number(scale, BigInteger.valueOf(min), BigInteger.valueOf(max));
    }
}
