// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import java.util.Map;

/// State of a voucher (券状态). All changes there are stand in one table.
public enum VoucherState {
    ACTIVE,
    /// Nothing left, nothing held.
    USED_UP,
    /// Its last day is over. What a job still holds may be settled; what comes free goes back to the budget.
    EXPIRED,
    /// The grant behind it was taken back; what it had paid is claimed from the firm.
    RECALLED;

    /// What can happen to a voucher.
    public enum Change {
        SPENT_TO_ZERO,
        /// A corrected bill gave something back.
        REFUNDED,
        VALIDITY_ENDED,
        RECALLED
    }

    private static final Map<VoucherState, Map<Change, VoucherState>> TRANSITIONS = Map.of(
            ACTIVE,
            Map.of(Change.SPENT_TO_ZERO, USED_UP, Change.VALIDITY_ENDED, EXPIRED, Change.RECALLED, RECALLED),
            USED_UP,
            Map.of(Change.REFUNDED, ACTIVE, Change.RECALLED, RECALLED),
            EXPIRED,
            Map.of(Change.RECALLED, RECALLED),
            RECALLED,
            Map.of());

    public boolean allows(Change change) {
        return TRANSITIONS.getOrDefault(this, Map.of()).containsKey(change);
    }

    public VoucherState after(Change change) {
        var next = TRANSITIONS.getOrDefault(this, Map.of()).get(change);
        if (next == null) {
            throw new IllegalStateException(change + " cannot happen to a voucher that is " + this);
        }
        return next;
    }
}
