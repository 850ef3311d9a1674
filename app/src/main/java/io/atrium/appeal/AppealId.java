// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

/// Id of an appeal: `apl_…`; sorts by age.
public record AppealId(String value) {

    public static final String PREFIX = "apl";

    @Override
    public String toString() {
        return value;
    }
}
