// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Id of a move in or out: `mov_…`; sorts by age.
public record MoveId(String value) {

    public static final String PREFIX = "mov";

    @Override
    public String toString() {
        return value;
    }
}
