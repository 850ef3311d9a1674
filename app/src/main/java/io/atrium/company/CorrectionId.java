// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Id of a correction request. `cor_…`
public record CorrectionId(String value) {

    public static final String PREFIX = "cor";

    @Override
    public String toString() {
        return value;
    }
}
