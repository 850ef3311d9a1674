// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

/// Id of an application for a benefit (申报). `apl_…`
public record ApplicationId(String value) {

    public static final String PREFIX = "apl";

    @Override
    public String toString() {
        return value;
    }
}
