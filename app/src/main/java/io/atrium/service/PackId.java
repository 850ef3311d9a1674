// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

/// Id of a service pack: `spk_…`; sorts by age.
public record PackId(String value) {

    public static final String PREFIX = "spk";

    @Override
    public String toString() {
        return value;
    }
}
