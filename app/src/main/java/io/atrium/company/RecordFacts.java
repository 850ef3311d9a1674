// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Write down facts about firms, all of them or none.
///
/// @param sourceDate the day of which the source speaks; a point fact holds from then on
public record RecordFacts(
        RequestKey key,
        Actor actor,
        FactSource source,
        @Nullable String reference,
        LocalDate sourceDate,
        List<Entry> entries) {

    public static final int ENTRIES_MAX = 20_000;

    /// @param value as a person would write it; it is read by the rules of the catalogue
    /// @param year for yearly facts only
    public record Entry(
            OrgId firm,
            String factKey,
            @Nullable Integer year,
            String value,
            @Nullable String evidence) {}

    public RecordFacts {
        entries = List.copyOf(entries);
    }
}
