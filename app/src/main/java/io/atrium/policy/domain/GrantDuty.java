// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import org.jspecify.annotations.Nullable;

/// Who has to act while a grant is in a state, and by when (责任方与期限).
///
/// @param workingDays the platform's own term, assumed because no text seen names one; null when the policy names it
public record GrantDuty(Owner owner, @Nullable Integer workingDays) {

    /// Whose turn it is.
    public enum Owner {
        SYSTEM,
        DEPARTMENT,
        /// Another officer than the one who began.
        SECOND_OFFICER,
        FIRM
    }

    static GrantDuty ownTerm(Owner owner, int workingDays) {
        return new GrantDuty(owner, workingDays);
    }

    static GrantDuty policyTerm(Owner owner) {
        return new GrantDuty(owner, null);
    }
}
