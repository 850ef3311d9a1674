// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.files.FileId;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A correction request (更正申请): what a firm says a fact should be, why, what proves it, and what became of it.
///
/// @param value as the firm typed it
/// @param knownAt the moment at which the old value was looked at
/// @param dueAt by when an office decides
/// @param decision absent while it is open
public record CorrectionView(
        CorrectionId id,
        Firm firm,
        String factKey,
        @Nullable Integer year,
        String value,
        LocalDate since,
        String reason,
        CorrectionState state,
        String requestedBy,
        Instant requestedAt,
        Instant knownAt,
        Instant dueAt,
        @Nullable Decision decision,
        List<FileId> evidence) {

    public record Firm(OrgId id, String nameZh, @Nullable String nameEn) {}

    /// @param reason why it was refused; absent where nothing had to be said
    public record Decision(String by, Instant at, @Nullable String reason) {}

    public CorrectionView {
        evidence = List.copyOf(evidence);
    }

    public boolean isOpen() {
        return state == CorrectionState.OPEN;
    }

    CorrectionView with(List<FileId> files) {
        return new CorrectionView(
                id,
                firm,
                factKey,
                year,
                value,
                since,
                reason,
                state,
                requestedBy,
                requestedAt,
                knownAt,
                dueAt,
                decision,
                files);
    }
}
