// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.store.PolicyKeeperStore;
import io.atrium.voucher.redemption.DecidingDepartments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Redemptions are decided by the department that keeps the policy which gave the voucher.
@Component
class KeepersDecide implements DecidingDepartments {

    private final PolicyKeeperStore store;

    KeepersDecide(PolicyKeeperStore store) {
        this.store = store;
    }

    @Override
    public Optional<OrgId> of(String policy) {
        return store.find(new Scope.All(), new PolicyId(policy));
    }
}
