// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import java.util.Map;
import java.util.Set;

/// State of a lease (租约状态).
///
/// ```
/// REQUESTED ──signed by the provider──> SIGNED ──handed over──> ACTIVE ──last day over, or ended early──> ENDED
///   ├─declined, or not signed in time──> DECLINED  └─cancelled before the hand-over──> ENDED
///   └─taken back by the firm──────────> WITHDRAWN
/// ```
public enum LeaseState {
    REQUESTED,
    SIGNED,
    ACTIVE,
    ENDED,
    DECLINED,
    WITHDRAWN;

    private static final Map<LeaseState, Set<LeaseState>> NEXT = Map.of(
            REQUESTED, Set.of(SIGNED, DECLINED, WITHDRAWN),
            SIGNED, Set.of(ACTIVE, ENDED),
            ACTIVE, Set.of(ENDED),
            ENDED, Set.of(),
            DECLINED, Set.of(),
            WITHDRAWN, Set.of());

    public boolean allows(LeaseState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// Not over yet.
    public boolean isLive() {
        return this == REQUESTED || this == SIGNED || this == ACTIVE;
    }
}
