// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Id of an occupancy: `occ_…`; sorts by age.
public record OccupancyId(String value) {

    public static final String PREFIX = "occ";

    @Override
    public String toString() {
        return value;
    }
}
