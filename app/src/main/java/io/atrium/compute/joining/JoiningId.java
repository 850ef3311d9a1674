// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

/// Id of an application to join: `jon_…`; sorts by age.
public record JoiningId(String value) {

    public static final String PREFIX = "jon";

    @Override
    public String toString() {
        return value;
    }
}
