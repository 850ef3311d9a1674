// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.calendar.CalendarSource;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.Holiday;
import java.time.LocalDate;
import java.util.List;

/// The special days of a year and the document that they are taken from.
public record CalendarDays(
        List<Holiday> holidays, List<LocalDate> workdays, CalendarSource source, boolean isAssumed, int workingDays) {

    static CalendarDays of(CalendarYear year) {
        return new CalendarDays(
                year.holidays(),
                year.adjustedWorkdays().stream().sorted().toList(),
                year.source(),
                year.assumed(),
                CalendarYearsPage.workingDays(year));
    }
}
