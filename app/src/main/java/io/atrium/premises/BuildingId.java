// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Id of a building: `bld_…`; sorts by age.
public record BuildingId(String value) {

    public static final String PREFIX = "bld";

    @Override
    public String toString() {
        return value;
    }
}
