// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import org.jspecify.annotations.Nullable;

/// Id of a lease: `lse_…`; sorts by age. Its periods are named `lse_….2`, in the ledger and at vouchers.
public record LeaseId(String value) {

    public static final String PREFIX = "lse";

    /// What a period is called where jobs go by their ids.
    public String period(int number) {
        return value + "." + number;
    }

    /// The lease of a period that is named so; null for anything else.
    public static @Nullable LeaseId ofPeriod(String reference) {
        int dot = reference.indexOf('.');
        return reference.startsWith(PREFIX + "_") && dot > 0 ? new LeaseId(reference.substring(0, dot)) : null;
    }

    @Override
    public String toString() {
        return value;
    }
}
