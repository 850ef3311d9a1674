// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// A result that does not fit in a `long` (溢出) is left to the row path, which computes with decimals of any length.
final class Overflow {

    private Overflow() {}

    static void ask(Lane out, int position) {
        out.own[position] = 0;
        if ((out.known[position >> 6] >>> position & 1) != 0) {
            out.ask(position);
        }
    }

    /// Whether a product does not fit.
    static boolean multiplies(long a, long b) {
        return Math.multiplyHigh(a, b) != (a * b) >> 63;
    }
}
