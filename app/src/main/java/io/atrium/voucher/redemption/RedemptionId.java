// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

/// Id of a redemption: `rdm_…`; sorts by age.
public record RedemptionId(String value) {

    public static final String PREFIX = "rdm";

    public static boolean isOne(String id) {
        return id.startsWith(PREFIX + "_");
    }

    @Override
    public String toString() {
        return value;
    }
}
