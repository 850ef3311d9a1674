// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Id of a step of a move: `mst_…`; sorts by age.
public record StepId(String value) {

    public static final String PREFIX = "mst";

    @Override
    public String toString() {
        return value;
    }
}
