// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

/// Id of a bill (账单). `bil_…`
public record BillId(String value) {

    public static final String PREFIX = "bil";

    @Override
    public String toString() {
        return value;
    }
}
