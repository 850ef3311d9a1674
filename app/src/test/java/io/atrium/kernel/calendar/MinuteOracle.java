// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Deadlines counted the slow way: every minute of 2024 to 2027 is walked once, in Shanghai, with the holidays as the
/// State Council announced them, written down here again. Nothing of [WorkingCalendar] is used, but the assumed year
/// 2027 for which there is no notice yet.
final class MinuteOracle {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int OPENS = 9 * 60;
    private static final int CLOSES = 17 * 60 + 30;

    private static final Set<LocalDate> OFF = new TreeSet<>();
    private static final Set<LocalDate> ADJUSTED = new TreeSet<>();

    static {
        off("2024-01-01", "2024-01-01", "2024-02-10", "2024-02-17", "2024-04-04", "2024-04-06");
        off("2024-05-01", "2024-05-05", "2024-06-08", "2024-06-10", "2024-09-15", "2024-09-17");
        off("2024-10-01", "2024-10-07");
        adjusted("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11");
        adjusted("2024-09-14", "2024-09-29", "2024-10-12");
        off("2025-01-01", "2025-01-01", "2025-01-28", "2025-02-04", "2025-04-04", "2025-04-06");
        off("2025-05-01", "2025-05-05", "2025-05-31", "2025-06-02", "2025-10-01", "2025-10-08");
        adjusted("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
        off("2026-01-01", "2026-01-03", "2026-02-15", "2026-02-23", "2026-04-04", "2026-04-06");
        off("2026-05-01", "2026-05-05", "2026-06-19", "2026-06-21", "2026-09-25", "2026-09-27");
        off("2026-10-01", "2026-10-07");
        adjusted("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
    }

    private final boolean[] works;
    /// Office minutes passed before each minute.
    private final int[] officeMinutes;

    MinuteOracle(Predicate<LocalDate> assumedYear) {
        int days = (int) ChronoUnit.DAYS.between(FIRST, LAST) + 1;
        works = new boolean[days];
        officeMinutes = new int[days * MINUTES_PER_DAY + 1];
        int passed = 0;
        for (int day = 0; day < days; day++) {
            var date = FIRST.plusDays(day);
            works[day] = date.getYear() == LAST.getYear() ? assumedYear.test(date) : isWorkingDay(date);
            for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
                officeMinutes[day * MINUTES_PER_DAY + minute] = passed;
                passed += works[day] && minute >= OPENS && minute < CLOSES ? 1 : 0;
            }
        }
        officeMinutes[days * MINUTES_PER_DAY] = passed;
    }

    /// When a limit that starts at a whole minute ends, with one pause; both in minutes since [#FIRST].
    int due(int event, Deadline limit, int pausedFrom, int pausedUntil) {
        return switch (limit.unit()) {
            case MINUTE -> event + limit.amount() + pausedUntil - pausedFrom;
            case HOUR -> event + limit.amount() * 60 + pausedUntil - pausedFrom;
            case WORKING_HOUR ->
                afterOfficeMinutes(event, limit.amount() * 60 + officeMinutes[pausedUntil] - officeMinutes[pausedFrom]);
            case DAY -> closingOfDays(event, limit.amount() + midnights(pausedFrom, pausedUntil));
            case WORKING_DAY -> closingOfWorkingDays(event, limit.amount() + workingMidnights(pausedFrom, pausedUntil));
        };
    }

    Instant instant(int minute) {
        return LocalDateTime.of(FIRST.getYear(), 1, 1, 0, 0)
                .plusMinutes(minute)
                .atZone(SHANGHAI)
                .toInstant();
    }

    private int afterOfficeMinutes(int event, int wanted) {
        int minute = event;
        while (officeMinutes[minute] - officeMinutes[event] < wanted) {
            int missing = wanted - (officeMinutes[minute] - officeMinutes[event]);
            minute += Math.max(1, missing / 4); // never past the end: a minute gives at most one office minute
        }
        while (minute > event && officeMinutes[minute - 1] - officeMinutes[event] >= wanted) {
            minute--;
        }
        return minute;
    }

    private static int midnights(int from, int until) {
        return until / MINUTES_PER_DAY - from / MINUTES_PER_DAY;
    }

    private int workingMidnights(int from, int until) {
        int days = 0;
        for (int day = from / MINUTES_PER_DAY + 1; day <= until / MINUTES_PER_DAY; day++) {
            days += works[day] ? 1 : 0;
        }
        return days;
    }

    private int closingOfDays(int event, int days) {
        int day = event / MINUTES_PER_DAY + days;
        while (!works[day]) {
            day++;
        }
        return day * MINUTES_PER_DAY + CLOSES;
    }

    private int closingOfWorkingDays(int event, int days) {
        int day = event / MINUTES_PER_DAY;
        for (int left = days; left > 0; left -= works[day] ? 1 : 0) {
            day++;
        }
        return day * MINUTES_PER_DAY + CLOSES;
    }

    private static boolean isWorkingDay(LocalDate date) {
        boolean isWeekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return ADJUSTED.contains(date) || !isWeekend && !OFF.contains(date);
    }

    /// Pairs of first and last day.
    private static void off(String... days) {
        for (int i = 0; i < days.length; i += 2) {
            LocalDate.parse(days[i])
                    .datesUntil(LocalDate.parse(days[i + 1]).plusDays(1))
                    .forEach(OFF::add);
        }
    }

    private static void adjusted(String... days) {
        for (var day : days) {
            ADJUSTED.add(LocalDate.parse(day));
        }
    }
}
