// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

/// Id of a payment: `crp_…`; sorts by age.
public record CreditPaymentId(String value) {

    public static final String PREFIX = "crp";

    @Override
    public String toString() {
        return value;
    }
}
