// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// What standing a policy text has. Only two kinds can ever grant.
public enum PolicyStatus {
    IN_FORCE,
    DRAFT,
    EXPIRED,
    SUPERSEDED,
    /// Known only from secondary sources; the text itself was not seen.
    SECONDARY_ONLY,
    /// Invented for demonstrations, and marked as such on every page.
    DEMO;

    public boolean canGrant() {
        return this == IN_FORCE || this == DEMO;
    }
}
