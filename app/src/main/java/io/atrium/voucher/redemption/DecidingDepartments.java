// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.OrgId;
import java.util.Optional;

/// Which department decides about the vouchers of a policy (兑付审核部门). Whoever keeps policies contributes the one bean.
public interface DecidingDepartments {

    /// Empty while no department keeps the policy.
    Optional<OrgId> of(String policy);
}
