// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import java.time.LocalDate;
import java.util.Set;

/// Something that was made to happen: more needs about a cause than usual.
///
/// @param cases ids of the needs that would not be there without it
record Burst(Kind kind, Cause cause, LocalDate from, LocalDate to, Set<String> cases) {
    enum Kind {
        /// One building, a few days.
        BUILDING,
        /// All over the community, a few days.
        EVERYWHERE,
        /// One building, one or two a day for more than a week.
        SLOW,
        /// One building, about something that nobody ever asked about before.
        NEW_CAUSE
    }
}
