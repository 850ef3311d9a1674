// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// Id of a visit that took place: `vis_…`; sorts by age.
public record VisitId(String value) {

    public static final String PREFIX = "vis";

    @Override
    public String toString() {
        return value;
    }
}
