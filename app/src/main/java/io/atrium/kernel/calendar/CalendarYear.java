// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One reviewed year: its rest days, its adjusted workdays (调休上班日) and where both come from.
///
/// `assumed` says that the year's notice was not known and the days follow from the statute alone.
public record CalendarYear(
        int year, boolean assumed, CalendarSource source, List<Holiday> holidays, Set<LocalDate> adjustedWorkdays) {

    private static final int FRIDAY = 5;

    public CalendarYear {
        holidays = List.copyOf(holidays);
        adjustedWorkdays = Set.copyOf(adjustedWorkdays);
        requireOwnDays(year, holidays, adjustedWorkdays);
    }

    /// The holiday that a day belongs to, if any.
    public Optional<Holiday> holidayOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.includes(day)).findFirst();
    }

    public boolean isWorkingDay(LocalDate day) {
        return adjustedWorkdays.contains(day)
                || (day.getDayOfWeek().getValue() <= FRIDAY && holidayOn(day).isEmpty());
    }

    private static void requireOwnDays(int year, List<Holiday> holidays, Set<LocalDate> adjusted) {
        var seen = new TreeSet<LocalDate>(adjusted);
        holidays.stream().flatMap(Holiday::days).forEach(day -> {
            if (!seen.add(day)) {
                throw new IllegalArgumentException("listed twice in " + year + ": " + day);
            }
        });
        seen.stream().filter(day -> day.getYear() != year).findFirst().ifPresent(day -> {
            throw new IllegalArgumentException("not a day of " + year + ": " + day);
        });
    }
}
