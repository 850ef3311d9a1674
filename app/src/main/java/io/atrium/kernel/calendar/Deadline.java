// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
        return dueAfter(event, PausedTime.NONE, calendar);
    }

    /// The same with pauses, each as [#paused] counted it.
    public Instant dueAfter(Instant event, PausedTime paused, WorkingCalendar calendar) {
        return switch (unit) {
            case MINUTE -> event.plus(Duration.ofMinutes(amount)).plus(paused.time());
            case HOUR -> event.plus(Duration.ofHours(amount)).plus(paused.time());
            case WORKING_HOUR ->
                calendar.plusWorkingTime(event, Duration.ofHours(amount).plus(paused.time()));
            case DAY ->
                calendar.closing(
                        calendar.workingDayOnOrAfter(calendar.dayOf(event).plusDays((long) amount + paused.days())));
            case WORKING_DAY ->
                calendar.closing(calendar.plusWorkingDays(calendar.dayOf(event), amount + paused.days()));
        };
    }

    /// An end that was set by hand, as much later as a pause took out of this limit.
    public Instant postponed(Instant due, PausedTime pause, WorkingCalendar calendar) {
        if (pause.equals(PausedTime.NONE)) {
            return due;
        }
        return switch (unit) {
            case MINUTE, HOUR -> due.plus(pause.time());
            case WORKING_HOUR -> calendar.plusWorkingTime(due, pause.time());
            case DAY ->
                calendar.closing(
                        calendar.workingDayOnOrAfter(calendar.dayOf(due).plusDays(pause.days())));
            case WORKING_DAY -> calendar.closing(calendar.plusWorkingDays(calendar.dayOf(due), pause.days()));
        };
    }

    /// What a pause takes out of this limit: the days of its unit that began while it lasted, or the time of its unit.
    public PausedTime paused(Instant from, Instant until, WorkingCalendar calendar) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it began: " + from + " " + until);
        }
        var first = calendar.dayOf(from);
        var last = calendar.dayOf(until);
        return switch (unit) {
            case MINUTE, HOUR -> new PausedTime(0, Duration.between(from, until));
            case WORKING_HOUR -> new PausedTime(0, calendar.workingTimeBetween(from, until));
            case DAY -> new PausedTime(Math.toIntExact(ChronoUnit.DAYS.between(first, last)), Duration.ZERO);
            case WORKING_DAY -> new PausedTime(calendar.workingDaysBetween(first, last), Duration.ZERO);
        };
    }

    public boolean isMet(Instant event, Instant done, WorkingCalendar calendar) {
        return !done.isAfter(dueAfter(event, calendar));
    }
}
