// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.calendar.CalendarYear;
import java.time.LocalDate;

/// What a day is in the calendar (日期类型).
public enum DayKind {
    WORKDAY,
    ADJUSTED_WORKDAY,
    WEEKEND,
    HOLIDAY;

    public static DayKind of(CalendarYear year, LocalDate day) {
        if (year.adjustedWorkdays().contains(day)) {
            return ADJUSTED_WORKDAY;
        }
        if (year.holidayOn(day).isPresent()) {
            return HOLIDAY;
        }
        return year.isWorkingDay(day) ? WORKDAY : WEEKEND;
    }

    public boolean isWorking() {
        return this == WORKDAY || this == ADJUSTED_WORKDAY;
    }
}
