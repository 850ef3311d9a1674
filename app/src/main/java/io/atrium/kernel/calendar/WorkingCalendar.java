// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Working-day calendar (工作日历): which days count, and how far apart two moments are in working time.
///
/// The working days of all years lie in one sorted array, so counting is two binary searches and adding is one.
/// A day outside the reviewed years is refused with [DayOutsideCalendar].
public final class WorkingCalendar {
    private final ZoneId zone;
    private final WorkingHours hours;
    private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();
    private final long[] workingDays;

    public WorkingCalendar(ZoneId zone, WorkingHours hours, List<CalendarYear> years) {
        this.zone = zone;
        this.hours = hours;
        years.forEach(year -> this.years.put(year.year(), year));
        if (years.isEmpty()
                || this.years.size() != years.size()
                || this.years.lastKey() - this.years.firstKey() + 1 != years.size()) {
            throw new IllegalArgumentException(
                    "calendar years must be distinct and without a gap: " + this.years.keySet());
        }
        workingDays = firstDay()
                .datesUntil(lastDay().plusDays(1))
                .filter(this::isWorkingDay)
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    /// The calendar of mainland China as shipped.
    public static WorkingCalendar china() {
        return ChinaCalendarFile.read();
    }

    /// The same days with other office hours.
    public WorkingCalendar withHours(WorkingHours other) {
        return new WorkingCalendar(zone, other, List.copyOf(years.values()));
    }

    public ZoneId zone() {
        return zone;
    }

    public WorkingHours hours() {
        return hours;
    }

    public LocalDate firstDay() {
        return LocalDate.of(years.firstKey(), 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(years.lastKey(), 12, 31);
    }

    /// The reviewed year of a day: its source, its holidays, and whether it is assumed.
    public CalendarYear yearOf(LocalDate day) {
        var year = years.get(day.getYear());
        if (year == null) {
            throw new DayOutsideCalendar(day, firstDay(), lastDay());
        }
        return year;
    }

    public boolean isWorkingDay(LocalDate day) {
        var year = yearOf(day);
        return year.adjustedWorkdays().contains(day)
                || (day.getDayOfWeek().getValue() <= 5 && year.holidayOn(day).isEmpty());
    }

    /// The n-th working day after `start`; the start itself is never counted, and zero days later is the start.
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days to add must not be negative: " + days);
        }
        if (days == 0) {
            yearOf(start);
            return start;
        }
        int index = countThrough(start) + days - 1;
        if (index >= workingDays.length) {
            throw new DayOutsideCalendar(lastDay().plusDays(1), firstDay(), lastDay());
        }
        return LocalDate.ofEpochDay(workingDays[index]);
    }

    /// How many working days lie after `start` up to and including `end`; negative when the end is earlier.
    public int workingDaysBetween(LocalDate start, LocalDate end) {
        return countThrough(end) - countThrough(start);
    }

    /// The day itself when it is a working day, else the next one.
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
    }

    /// The moment at which so much office time has passed since `start`.
    public Instant plusWorkingTime(Instant start, Duration officeTime) {
        if (officeTime.isNegative()) {
            throw new IllegalArgumentException("office time to add must not be negative: " + officeTime);
        }
        if (officeTime.isZero()) {
            return start;
        }
        var day = dayOf(start);
        var left = officeTime;
        var available = workingTimeBetween(start, closing(day));
        while (left.compareTo(available) > 0) {
            left = left.minus(available);
            day = plusWorkingDays(day, 1);
            available = hours.perDay();
        }
        return closing(day).minus(available).plus(left);
    }

    /// Office time between two moments, negative when the end is earlier.
    public Duration workingTimeBetween(Instant start, Instant end) {
        return workingTimeThrough(end).minus(workingTimeThrough(start));
    }

    /// The moment at which the offices close on a day, be it a working day or not.
    public Instant closing(LocalDate day) {
        return ZonedDateTime.of(day, hours.closes(), zone).toInstant();
    }

    /// The day on which a moment falls in the calendar's zone.
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Duration workingTimeThrough(Instant moment) {
        var day = dayOf(moment);
        var before = hours.perDay().multipliedBy(countThrough(day) - (isWorkingDay(day) ? 1L : 0L));
        return isWorkingDay(day) ? before.plus(passedOn(day, moment)) : before;
    }

    private Duration passedOn(LocalDate day, Instant moment) {
        var passed = Duration.between(closing(day).minus(hours.perDay()), moment);
        return passed.isNegative() ? Duration.ZERO : passed.compareTo(hours.perDay()) > 0 ? hours.perDay() : passed;
    }

    private int countThrough(LocalDate day) {
        yearOf(day);
        int found = Arrays.binarySearch(workingDays, day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }
}
