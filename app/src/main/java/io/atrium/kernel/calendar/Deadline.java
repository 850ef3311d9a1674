// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.Duration;
import java.time.Instant;

/// A time limit as it is written down (办理期限): so many of a unit, counted from an event.
///
/// Minutes and hours run through nights and holidays; working hours run only while the offices are open.
/// Days and working days do not count the day of the event and end when the offices close on the last day
/// (Civil Code art. 201 and 203); a last calendar day without office is followed by the next working day.
/// Something is in time when it happens at the due moment or before.
public record Deadline(int amount, DeadlineUnit unit) {
    /// Longer limits are a slip of the pen: the calendar itself covers few years.
    public static final int AMOUNT_MAX = 100_000;

    public Deadline {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("a deadline is 1 to " + AMOUNT_MAX + " units long: " + amount);
        }
    }

    public Instant dueAfter(Instant event, WorkingCalendar calendar) {
        return switch (unit) {
            case MINUTE -> event.plus(Duration.ofMinutes(amount));
            case HOUR -> event.plus(Duration.ofHours(amount));
            case WORKING_HOUR -> calendar.plusWorkingTime(event, Duration.ofHours(amount));
            case DAY ->
                calendar.closing(
                        calendar.workingDayOnOrAfter(calendar.dayOf(event).plusDays(amount)));
            case WORKING_DAY -> calendar.closing(calendar.plusWorkingDays(calendar.dayOf(event), amount));
        };
    }

    public boolean isMet(Instant event, Instant done, WorkingCalendar calendar) {
        return !done.isAfter(dueAfter(event, calendar));
    }
}
