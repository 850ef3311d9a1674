// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import java.util.Map;
import java.util.Set;

/// State of a redemption (兑付状态).
///
/// ```
/// SUBMITTED ──accepted, all or some of its bills──> ACCEPTED
///   │  ▲  ├───rejected with clause and reason─────> REJECTED
///   │  │  └───withdrawn by the firm───────────────> WITHDRAWN
///   ▼  │ once
/// RETURNED ───not mended in time──────────────────> LAPSED
/// ```
public enum RedemptionState {
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    LAPSED;

    private static final Map<RedemptionState, Set<RedemptionState>> TRANSITIONS = Map.of(
            SUBMITTED, Set.of(RETURNED, ACCEPTED, REJECTED, WITHDRAWN),
            RETURNED, Set.of(SUBMITTED, WITHDRAWN, LAPSED),
            ACCEPTED, Set.of(),
            REJECTED, Set.of(),
            WITHDRAWN, Set.of(),
            LAPSED, Set.of());

    public boolean allows(RedemptionState next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED;
    }
}
