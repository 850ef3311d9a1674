// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.calendar.CalendarYear;
import java.time.LocalDate;
import java.util.List;

/// A day that is something else in one version than in another (日历差异).
public record DayChange(LocalDate day, DayKind before, DayKind after) {

    /// Whether the day is gained or lost for deadlines.
    public boolean countsOtherwise() {
        return before.isWorking() != after.isWorking();
    }

    /// Every day that differs, in order.
    public static List<DayChange> between(CalendarYear before, CalendarYear after) {
        return LocalDate.of(after.year(), 1, 1)
                .datesUntil(LocalDate.of(after.year() + 1, 1, 1))
                .map(day -> new DayChange(day, DayKind.of(before, day), DayKind.of(after, day)))
                .filter(change -> change.before() != change.after())
                .toList();
    }
}
