// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

/// Id of an uploaded file. `fil_…`
public record FileId(String value) {

    public static final String PREFIX = "fil";

    public FileId {
        if (!value.startsWith(PREFIX + "_")) {
            throw new IllegalArgumentException("not a file id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
