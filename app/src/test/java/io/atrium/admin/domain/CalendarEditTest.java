// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.admin.domain.CalendarEdit.AddHoliday;
import io.atrium.admin.domain.CalendarEdit.AddWorkday;
import io.atrium.admin.domain.CalendarEdit.Outcome.Changed;
import io.atrium.admin.domain.CalendarEdit.Outcome.Impossible;
import io.atrium.admin.domain.CalendarEdit.Problem;
import io.atrium.admin.domain.CalendarEdit.Remove;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.Holiday;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ADM-3")
class CalendarEditTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();
    private static final CalendarYear YEAR = CALENDAR.yearOf(day("2026-06-01"));

    @Test
    void addsAHolidayAndTellsTheDifference() {
        var changed = changed(new AddHoliday(new Holiday("测试节", "Test day", day("2026-03-06"), day("2026-03-07"))));
        assertThat(changed.isWorkingDay(day("2026-03-06"))).isFalse();
        assertThat(DayChange.between(YEAR, changed))
                .containsExactly(
                        new DayChange(day("2026-03-06"), DayKind.WORKDAY, DayKind.HOLIDAY),
                        new DayChange(day("2026-03-07"), DayKind.WEEKEND, DayKind.HOLIDAY))
                .extracting(DayChange::countsOtherwise)
                .containsExactly(true, false);
    }

    @Test
    void removesWhatWasAdded() {
        var added = changed(new AddWorkday(day("2026-03-07")));
        assertThat(added.isWorkingDay(day("2026-03-07"))).isTrue();
        assertThat(((Changed) CalendarEdit.apply(added, new Remove(day("2026-03-07")))).year())
                .isEqualTo(YEAR);
        assertThat(changed(new Remove(day("2026-02-15"))).holidayOn(day("2026-02-20")))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(problem(new AddHoliday(new Holiday("x", "x", day("2027-03-06"), day("2027-03-06")))))
                .isEqualTo(Problem.NOT_IN_YEAR);
        assertThat(problem(new AddHoliday(new Holiday("x", "x", day("2026-02-14"), day("2026-02-14")))))
                .isEqualTo(Problem.LISTED_TWICE);
        assertThat(problem(new AddWorkday(day("2026-03-06")))).isEqualTo(Problem.NO_WEEKEND);
        assertThat(problem(new Remove(day("2026-03-06")))).isEqualTo(Problem.NOT_LISTED);
    }

    @Test
    void calendarTakesAnotherYearWhileItIsUsed() {
        var calendar = WorkingCalendar.china();
        var friday = day("2026-03-06");
        var other = calendar.with(java.util.List.of(changed(new AddHoliday(new Holiday("x", "x", friday, friday)))));
        assertThat(calendar.isWorkingDay(friday)).isTrue();
        assertThat(other.isWorkingDay(friday)).isFalse();
        assertThat(other.plusWorkingDays(day("2026-03-05"), 1)).isEqualTo(day("2026-03-09"));
        calendar.use(other.years());
        assertThat(calendar.isWorkingDay(friday)).isFalse();
    }

    private static CalendarYear changed(CalendarEdit edit) {
        return ((Changed) CalendarEdit.apply(YEAR, edit)).year();
    }

    private static Problem problem(CalendarEdit edit) {
        return ((Impossible) CalendarEdit.apply(YEAR, edit)).problem();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
