// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import java.util.Map;
import java.util.Set;

/// How far a version of a code table or calendar is (版本状态).
public enum VersionState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    DISCARDED;

    private static final Map<VersionState, Set<VersionState>> STEPS = Map.of(
            DRAFT, Set.of(IN_REVIEW, DISCARDED),
            IN_REVIEW, Set.of(DRAFT, PUBLISHED),
            PUBLISHED, Set.of(),
            DISCARDED, Set.of());

    public boolean mayBecome(VersionState next) {
        return STEPS.getOrDefault(this, Set.of()).contains(next);
    }
}
