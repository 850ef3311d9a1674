// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// Id of a promised service: `spi_…`; sorts by age.
public record ItemId(String value) {

    public static final String PREFIX = "spi";

    @Override
    public String toString() {
        return value;
    }
}
