// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

/// Id of a dispute: `dsp_…`; sorts by age.
public record DisputeId(String value) {

    public static final String PREFIX = "dsp";

    @Override
    public String toString() {
        return value;
    }
}
