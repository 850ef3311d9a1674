// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// A share in hundredths of a per cent (万分比): 5000 is one half. Between 0 and 10000.
public record BasisPoints(int value) {

    public static final int WHOLE = 10_000;

    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("basis points must lie in 0..10000, not " + value);
        }
    }

    /// What a count is of a larger one, rounded down.
    public static BasisPoints of(int part, int whole) {
        return new BasisPoints(Math.toIntExact((long) WHOLE * part / whole));
    }
}
