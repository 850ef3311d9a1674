// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

/// Id of a finding: `fnd_…`; sorts by age.
public record FindingId(String value) {

    public static final String PREFIX = "fnd";

    @Override
    public String toString() {
        return value;
    }
}
