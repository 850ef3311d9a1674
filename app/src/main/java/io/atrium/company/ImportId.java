// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// Id of a registry delivery. `imp_…`
public record ImportId(String value) {

    public static final String PREFIX = "imp";

    public ImportId {
        if (!value.startsWith(PREFIX + "_")) {
            throw new IllegalArgumentException("not an import id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
