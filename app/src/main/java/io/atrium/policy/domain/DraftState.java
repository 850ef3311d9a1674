// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.util.Map;
import java.util.Set;

/// How far a draft of a policy version is (草案状态).
public enum DraftState {
    DRAFT,
    IN_REVIEW,
    /// Waits for the day from which it counts.
    APPROVED,
    PUBLISHED,
    DISCARDED;

    private static final Map<DraftState, Set<DraftState>> STEPS = Map.of(
            DRAFT, Set.of(IN_REVIEW, DISCARDED),
            IN_REVIEW, Set.of(DRAFT, APPROVED),
            APPROVED, Set.of(DRAFT, PUBLISHED, IN_REVIEW),
            PUBLISHED, Set.of(),
            DISCARDED, Set.of());

    public boolean mayBecome(DraftState next) {
        return STEPS.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isOpen() {
        return this != PUBLISHED && this != DISCARDED;
    }
}
