// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.calendar.CalendarYear;
import java.util.Comparator;
import java.util.List;

/// What `/working-days` shows: last year, this one and the next, as far as they are known.
public record WorkingDaysPage(List<Year> years) {

    private static final int YEARS_AROUND = 1;

    public record Year(int year, CalendarDays days) {}

    static WorkingDaysPage of(List<CalendarYear> years, int now) {
        return new WorkingDaysPage(years.stream()
                .filter(year -> Math.abs(year.year() - now) <= YEARS_AROUND)
                .sorted(Comparator.comparingInt(CalendarYear::year).reversed())
                .map(year -> new Year(year.year(), CalendarDays.of(year)))
                .toList());
    }
}
