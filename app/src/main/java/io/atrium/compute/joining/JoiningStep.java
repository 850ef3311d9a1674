// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.compute.ComputeRefusal;

/// The groups of questions of an application to join, in order.
public enum JoiningStep {
    CONTACT(ComputeRefusal.JOINING_CONTACT_WRONG),
    POOLS(ComputeRefusal.JOINING_POOL_WRONG),
    PRICES(ComputeRefusal.JOINING_PRICE_WRONG),
    TERMS(ComputeRefusal.JOINING_TERMS_WRONG);

    private final ComputeRefusal wrong;

    JoiningStep(ComputeRefusal wrong) {
        this.wrong = wrong;
    }

    /// Says that an answer of this group is not one.
    ComputeRefusal wrong() {
        return wrong;
    }
}
