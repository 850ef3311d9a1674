// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One version of a subject of reference data (版本).
///
/// @param basedOn what it was copied from, in words: a number, or `0` for what is shipped
public record Version<C>(
        VersionId id,
        Subject subject,
        int number,
        VersionState state,
        C content,
        String basedOn,
        Instant createdAt,
        Author author,
        @Nullable Review review) {

    public record Author(PersonId person, String name) {}

    /// @param effectiveOn null when it was sent back
    public record Review(
            String name,
            Instant at,
            @Nullable String note,
            @Nullable LocalDate effectiveOn) {}

    /// Being written or reviewed: there is one such version of a subject at a time.
    public boolean isOpen() {
        return state == VersionState.DRAFT || state == VersionState.IN_REVIEW;
    }

    Version<C> with(C other) {
        return new Version<>(id, subject, number, state, other, basedOn, createdAt, author, review);
    }
}
