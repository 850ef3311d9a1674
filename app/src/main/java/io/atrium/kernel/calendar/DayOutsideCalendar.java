// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.LocalDate;

/// A day was asked for that lies before the entered years, or years after them: a slip of the pen.
public final class DayOutsideCalendar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalDate day;

    DayOutsideCalendar(LocalDate day, LocalDate first, LocalDate last) {
        super("no working-day data for " + day + ": the calendar covers " + first + " to " + last
                + "; add the year to calendar/china-working-days.yaml");
        this.day = day;
    }

    public LocalDate day() {
        return day;
    }
}
