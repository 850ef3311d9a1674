// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

/// Id of a monthly bill: `crb_…`; sorts by age.
public record CreditBillId(String value) {

    public static final String PREFIX = "crb";

    @Override
    public String toString() {
        return value;
    }
}
