// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A planned visit (走访计划).
///
/// @param reason why it was called off; null unless it was
public record VisitPlanView(
        VisitPlanId id,
        OrgId firm,
        PersonId steward,
        String stewardName,
        OrgId organisation,
        LocalDate day,
        String purpose,
        State state,
        @Nullable String reason) {

    /// Planned until it took place or was called off; both are final.
    public enum State {
        PLANNED,
        DONE,
        CANCELLED
    }
}
