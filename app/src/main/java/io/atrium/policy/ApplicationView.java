// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.text.Lang;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An application of a firm for one benefit (申报).
///
/// @param number given when it is submitted
/// @param department that decides it; applications do not move with a policy that is handed on
/// @param dueAt until when whoever has the turn must act
/// @param sharedAt since when the firm's stewards may look at it
/// @param changes counts every change of the file, for [io.atrium.web.Seen]
public record ApplicationView(
        ApplicationId id,
        @Nullable String number,
        OrgId firm,
        String firmName,
        String firmNameEn,
        OrgId department,
        PolicyId policy,
        String version,
        ApplicationState state,
        @Nullable Instant dueAt,
        String statement,
        Instant createdAt,
        @Nullable Instant sharedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        Ruling ruling,
        int changes) {

    public static final int STATEMENT_CHARS_MAX = 2_000;

    /// What was decided, as far as it is.
    ///
    /// @param first who approved first, where two have to
    /// @param fulfilledOn the day of a payment outside Atrium, or on which a title was conferred
    public record Ruling(
            @Nullable Fen ceiling,
            @Nullable Fen amount,
            @Nullable String clause,
            @Nullable String reason,
            @Nullable First first,
            @Nullable String voucher,
            @Nullable LocalDate fulfilledOn,
            @Nullable Fen fulfilled) {

        static final Ruling NONE = new Ruling(null, null, null, null, null, null, null, null);

        Ruling approved(@Nullable Fen most, @Nullable Fen granted, String why, @Nullable First by) {
            return new Ruling(most, granted, null, why, by, null, null, null);
        }

        Ruling rejected(String by, String why) {
            return new Ruling(ceiling, null, by, why, first, null, null, null);
        }

        Ruling paid(String issued) {
            return new Ruling(ceiling, amount, clause, reason, first, issued, null, null);
        }

        Ruling fulfilled(LocalDate on, @Nullable Fen paid) {
            return new Ruling(ceiling, amount, clause, reason, first, voucher, on, paid);
        }
    }

    /// An officer who approved and is not enough alone.
    public record First(PersonId person, String name) {}

    public String firmName(Lang lang) {
        return lang == Lang.ZH ? firmName : firmNameEn;
    }

    ApplicationView in(ApplicationState next, @Nullable Instant due) {
        return with(next, due, number, submittedAt, decidedAt, ruling);
    }

    ApplicationView numbered(String given, Instant at) {
        return with(state, dueAt, given, at, decidedAt, ruling);
    }

    ApplicationView ruled(Ruling other) {
        return with(state, dueAt, number, submittedAt, decidedAt, other);
    }

    ApplicationView decided(Instant at) {
        return with(state, dueAt, number, submittedAt, at, ruling);
    }

    private ApplicationView with(
            ApplicationState next,
            @Nullable Instant due,
            @Nullable String no,
            @Nullable Instant submitted,
            @Nullable Instant decided,
            Ruling other) {
        return new ApplicationView(
                id,
                no,
                firm,
                firmName,
                firmNameEn,
                department,
                policy,
                version,
                next,
                due,
                statement,
                createdAt,
                sharedAt,
                submitted,
                decided,
                other,
                changes);
    }

    ApplicationView stating(String text) {
        return new ApplicationView(
                id,
                number,
                firm,
                firmName,
                firmNameEn,
                department,
                policy,
                version,
                state,
                dueAt,
                text,
                createdAt,
                sharedAt,
                submittedAt,
                decidedAt,
                ruling,
                changes);
    }

    ApplicationView sharedSince(@Nullable Instant at) {
        return new ApplicationView(
                id,
                number,
                firm,
                firmName,
                firmNameEn,
                department,
                policy,
                version,
                state,
                dueAt,
                statement,
                createdAt,
                at,
                submittedAt,
                decidedAt,
                ruling,
                changes);
    }

    ApplicationView under(String other) {
        return new ApplicationView(
                id,
                number,
                firm,
                firmName,
                firmNameEn,
                department,
                policy,
                other,
                state,
                dueAt,
                statement,
                createdAt,
                sharedAt,
                submittedAt,
                decidedAt,
                ruling,
                changes);
    }
}
