// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.Urgency;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands in the note of a visit (提交走访记录); each need becomes an appeal.
///
/// @param key made where the note was written, so that it is taken in once however often it is sent
/// @param plan the planned visit that it was; null for one that was not planned
public record HandInVisit(
        RequestKey key,
        OrgId firm,
        @Nullable VisitPlanId plan,
        LocalDate visitedOn,
        String met,
        String said,
        List<Need> needs) {

    public static final int MET_LENGTH_MAX = 200;
    public static final int SAID_LENGTH_MAX = 4_000;
    public static final int NEEDS_MAX = 10;

    /// What the firm needs, in its words.
    public record Need(String category, Urgency urgency, String words) {}

    public HandInVisit {
        needs = List.copyOf(needs);
    }
}
