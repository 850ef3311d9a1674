// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.DayOfWeek;
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
/// In the years after the last entered one, whose notices are not out yet, Monday to Friday count: what is raised in
/// December has a date all the same. A day outside these is refused with [DayOutsideCalendar]. The years may be
/// replaced
/// while it is used: each question is answered by the years of one moment.
public final class WorkingCalendar {
    /// How far ahead a day may lie of the last entered year.
    private static final int YEARS_AHEAD = 5;

    private final ZoneId zone;
    private final WorkingHours hours;
    private volatile Days days;

    public WorkingCalendar(ZoneId zone, WorkingHours hours, List<CalendarYear> years) {
        this.zone = zone;
        this.hours = hours;
        days = new Days(years);
    }

    /// The calendar of mainland China as shipped.
    public static WorkingCalendar china() {
        return ChinaCalendarFile.read();
    }

    /// The same days with other office hours.
    public WorkingCalendar withHours(WorkingHours other) {
        return new WorkingCalendar(zone, other, years());
    }

    /// A calendar of its own in which these years stand in place of what was there: for "what if".
    public WorkingCalendar with(List<CalendarYear> replaced) {
        return new WorkingCalendar(zone, hours, merged(replaced));
    }

    /// From now on these years stand in place of what was there.
    public void use(List<CalendarYear> replaced) {
        days = new Days(merged(replaced));
    }

    /// Every year, oldest first.
    public List<CalendarYear> years() {
        return List.copyOf(days.years.values());
    }

    private List<CalendarYear> merged(List<CalendarYear> replaced) {
        var all = new TreeMap<>(days.years);
        replaced.forEach(year -> all.put(year.year(), year));
        return List.copyOf(all.values());
    }

    public ZoneId zone() {
        return zone;
    }

    public WorkingHours hours() {
        return hours;
    }

    public LocalDate firstDay() {
        return LocalDate.of(days.years.firstKey(), 1, 1);
    }

    /// Of the entered years.
    public LocalDate lastDay() {
        return LocalDate.of(days.years.lastKey(), 12, 31);
    }

    /// The entered year of a day: its source, its holidays, and whether it is assumed.
    public CalendarYear yearOf(LocalDate day) {
        var year = days.years.get(day.getYear());
        if (year == null) {
            throw new DayOutsideCalendar(day, firstDay(), lastDay());
        }
        return year;
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.isWorking(day);
    }

    /// The n-th working day after `start`; the start itself is never counted, and zero days later is the start.
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days to add must not be negative: " + days);
        }
        if (days == 0) {
            isWorkingDay(start);
            return start;
        }
        int index = countThrough(start) + days - 1;
        var workingDays = this.days.working;
        if (index >= workingDays.length) {
            throw new DayOutsideCalendar(lastDay().plusYears(YEARS_AHEAD).plusDays(1), firstDay(), lastDay());
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
        isWorkingDay(day);
        int found = Arrays.binarySearch(days.working, day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The years and what follows from them; replaced as a whole.
    private static final class Days {
        private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();
        private final long[] working;

        private Days(List<CalendarYear> all) {
            all.forEach(year -> years.put(year.year(), year));
            if (all.isEmpty() || years.size() != all.size() || years.lastKey() - years.firstKey() + 1 != all.size()) {
                throw new IllegalArgumentException(
                        "calendar years must be distinct and without a gap: " + years.keySet());
            }
            working = LocalDate.of(years.firstKey(), 1, 1)
                    .datesUntil(LocalDate.of(years.lastKey() + YEARS_AHEAD + 1, 1, 1))
                    .filter(this::isWorking)
                    .mapToLong(LocalDate::toEpochDay)
                    .toArray();
        }

        boolean isWorking(LocalDate day) {
            var year = years.get(day.getYear());
            if (year != null) {
                return year.isWorkingDay(day);
            }
            if (day.getYear() < years.firstKey() || day.getYear() > years.lastKey() + YEARS_AHEAD) {
                throw new DayOutsideCalendar(
                        day, LocalDate.of(years.firstKey(), 1, 1), LocalDate.of(years.lastKey(), 12, 31));
            }
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        }
    }
}
