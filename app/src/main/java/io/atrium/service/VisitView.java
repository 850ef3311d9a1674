// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.AppealId;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit that took place (走访记录).
///
/// @param appeals what the firm needs, in the order of the note
public record VisitView(
        VisitId id,
        OrgId firm,
        @Nullable VisitPlanId plan,
        LocalDate visitedOn,
        String met,
        String said,
        PersonId steward,
        String stewardName,
        Instant handedInAt,
        List<AppealId> appeals) {}
