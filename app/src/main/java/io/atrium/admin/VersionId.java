// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

/// Id of a version of reference data (版本). `ver_…`
public record VersionId(String value) {

    public static final String PREFIX = "ver";

    @Override
    public String toString() {
        return value;
    }
}
