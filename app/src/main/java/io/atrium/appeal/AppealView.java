// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An appeal (企业诉求) as those see it who may.
///
/// @param rules number of the rule book whose clocks it runs by; 0 for the shipped one
/// @param closedAt when it was closed or withdrawn
public record AppealView(
        AppealId id,
        String number,
        OrgId firm,
        Need need,
        Raised raised,
        AppealState state,
        Owner owner,
        Course course,
        @Nullable NextDue nextDue,
        int rules,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        @Nullable Verdict verdict) {

    /// What is needed.
    ///
    /// @param contact how and when the firm wants to be spoken to; may be empty
    /// @param place building, floor, room; may be empty
    /// @param externalNumber number of the 12345 order that it came as
    public record Need(
            String category,
            AppealKind kind,
            Urgency urgency,
            AppealChannel channel,
            String title,
            String words,
            boolean isConfidential,
            String contact,
            @Nullable About about,
            String place,
            @Nullable String externalNumber) {}

    /// The record of Atrium that it is about.
    public record About(String href, String title) {}

    public record Raised(String by, String byId, Instant at) {}

    /// Who has it: a unit once it is dispatched, a person once it is signed.
    public record Owner(
            @Nullable OrgId unit,
            @Nullable String handlerId,
            @Nullable String handler) {}

    /// What happened to it that may happen only so often.
    public record Course(int returns, boolean isRedone, boolean isExtended, boolean isOverdue) {}

    /// The limit that ends first.
    public record NextDue(ClockKind kind, Instant at) {}

    /// The firm's word in the end (企业评价): whether it is solved, and one to five.
    public record Verdict(boolean isResolved, int rating, String words) {

        /// Marks up to this one call for a follow-up.
        public static final int LOW_RATING_MAX = 2;
    }
}
