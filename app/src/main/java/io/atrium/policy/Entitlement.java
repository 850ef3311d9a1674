// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.EntitlementGroup;

/// What a policy comes to for a firm, with the policy version that said so.
public record Entitlement(StoredDecision stored, PublishedPolicy policy) {

    public EntitlementGroup group() {
        return EntitlementGroup.of(stored.decision().outcome(), policy.header().mode());
    }
}
