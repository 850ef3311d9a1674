// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// Id of a person (人员). `per_…`
public record PersonId(String value) {

    public static final String PREFIX = "per";

    @Override
    public String toString() {
        return value;
    }
}
