// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

/// Id of a price correction: `pco_…`; sorts by age.
public record PriceCorrectionId(String value) {

    public static final String PREFIX = "pco";

    @Override
    public String toString() {
        return value;
    }
}
