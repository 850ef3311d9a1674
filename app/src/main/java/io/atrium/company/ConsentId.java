// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Id of a consent. `con_…`
public record ConsentId(String value) {

    public static final String PREFIX = "con";

    @Override
    public String toString() {
        return value;
    }
}
