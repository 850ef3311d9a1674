// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import io.atrium.kernel.calendar.CalendarSource;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.Holiday;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One change to a year of the working calendar (日历修改): pure, on a copy.
public sealed interface CalendarEdit {

    record AddHoliday(Holiday holiday) implements CalendarEdit {}

    record AddWorkday(LocalDate day) implements CalendarEdit {}

    /// Takes a holiday by its first day, or an adjusted workday, out again.
    record Remove(LocalDate day) implements CalendarEdit {}

    record Cite(CalendarSource source) implements CalendarEdit {}

    /// Why an edit cannot be made.
    enum Problem {
        NOT_IN_YEAR,
        LISTED_TWICE,
        ENDS_BEFORE_IT_BEGINS,
        NO_WEEKEND,
        NOT_LISTED
    }

    /// What came of it.
    sealed interface Outcome {
        record Changed(CalendarYear year) implements Outcome {}

        record Impossible(Problem problem) implements Outcome {}
    }

    static Outcome apply(CalendarYear year, CalendarEdit edit) {
        return switch (edit) {
            case AddHoliday(var holiday) -> add(year, holiday);
            case AddWorkday(var day) -> add(year, day);
            case Remove(var day) -> remove(year, day);
            case Cite(var source) ->
                new Outcome.Changed(
                        new CalendarYear(year.year(), false, source, year.holidays(), year.adjustedWorkdays()));
        };
    }

    private static Outcome add(CalendarYear year, Holiday holiday) {
        if (holiday.first().getYear() != year.year() || holiday.last().getYear() != year.year()) {
            return new Outcome.Impossible(Problem.NOT_IN_YEAR);
        }
        var isListed = holiday.first().datesUntil(holiday.last().plusDays(1)).anyMatch(day -> isListed(year, day));
        if (isListed) {
            return new Outcome.Impossible(Problem.LISTED_TWICE);
        }
        var holidays = Stream.concat(year.holidays().stream(), Stream.of(holiday))
                .sorted(Comparator.comparing(Holiday::first))
                .toList();
        return changed(year, holidays, year.adjustedWorkdays());
    }

    private static Outcome add(CalendarYear year, LocalDate day) {
        if (day.getYear() != year.year()) {
            return new Outcome.Impossible(Problem.NOT_IN_YEAR);
        }
        if (isListed(year, day)) {
            return new Outcome.Impossible(Problem.LISTED_TWICE);
        }
        if (year.isWorkingDay(day)) {
            return new Outcome.Impossible(Problem.NO_WEEKEND);
        }
        var days = new HashSet<>(year.adjustedWorkdays());
        days.add(day);
        return changed(year, year.holidays(), days);
    }

    private static Outcome remove(CalendarYear year, LocalDate day) {
        var days = new HashSet<>(year.adjustedWorkdays());
        var holidays = year.holidays().stream()
                .filter(holiday -> !holiday.first().equals(day))
                .toList();
        boolean isRemoved =
                days.remove(day) || holidays.size() < year.holidays().size();
        return isRemoved ? changed(year, holidays, days) : new Outcome.Impossible(Problem.NOT_LISTED);
    }

    private static boolean isListed(CalendarYear year, LocalDate day) {
        return year.adjustedWorkdays().contains(day) || year.holidayOn(day).isPresent();
    }

    private static Outcome changed(CalendarYear year, List<Holiday> holidays, Set<LocalDate> workdays) {
        return new Outcome.Changed(new CalendarYear(year.year(), year.assumed(), year.source(), holidays, workdays));
    }
}
