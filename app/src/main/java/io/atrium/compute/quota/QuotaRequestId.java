// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

/// Id of a quota request: `qrq_…`; sorts by age.
public record QuotaRequestId(String value) {

    public static final String PREFIX = "qrq";

    @Override
    public String toString() {
        return value;
    }
}
