// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// Id of a meeting on the spot: `apm_…`; sorts by age.
public record MeetingId(String value) {

    public static final String PREFIX = "apm";

    @Override
    public String toString() {
        return value;
    }
}
