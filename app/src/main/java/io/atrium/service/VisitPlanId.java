// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// Id of a planned visit: `vpl_…`; sorts by age.
public record VisitPlanId(String value) {

    public static final String PREFIX = "vpl";

    @Override
    public String toString() {
        return value;
    }
}
