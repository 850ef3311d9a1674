// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "2024-02-04,true", "2024-02-09,true", "2024-02-10,false", "2024-02-17,false", "2024-02-18,true",
        "2024-05-11,true", "2024-05-12,false", "2025-01-26,true", "2025-01-28,false", "2025-02-04,false",
        "2025-02-05,true", "2025-10-08,false", "2025-10-09,true", "2025-10-11,true", "2025-10-12,false",
        "2026-01-02,false", "2026-01-03,false", "2026-01-04,true", "2026-02-14,true", "2026-02-23,false",
        "2026-02-28,true", "2026-09-25,false", "2026-10-07,false", "2026-10-10,true", "2026-11-22,false",
        "2027-02-10,false", "2027-02-11,true", "2027-05-04,false", "2027-05-05,true", "2027-12-31,true",
    })
    void knowsHolidaysAndAdjustedWorkdays(LocalDate day, boolean working) {
        assertThat(CHINA.isWorkingDay(day)).isEqualTo(working);
    }

    /// Exchanging days moves working days but never their number: 366 − 104 − 11 in 2024, 365 − 104 − 13 since 2025.
    @ParameterizedTest
    @CsvSource({"2024,251", "2025,248", "2026,248", "2027,248"})
    void hasTheNumberOfWorkingDaysThatTheStatuteImplies(int year, int workingDays) {
        var first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(CHINA::isWorkingDay))
                .hasSize(workingDays);
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void adjustsOnlyWeekendDays(int year) {
        assertThat(CHINA.yearOf(LocalDate.of(year, 6, 1)).adjustedWorkdays())
                .allSatisfy(day -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13,1,2026-02-14", "2026-02-14,1,2026-02-24", "2026-02-13,5,2026-02-27", "2026-02-27,1,2026-02-28",
        "2026-09-30,1,2026-10-08", "2026-09-30,3,2026-10-10", "2026-10-10,1,2026-10-12", "2026-11-21,1,2026-11-23",
        "2025-12-31,1,2026-01-04", "2026-12-31,1,2027-01-04", "2026-11-22,0,2026-11-22",
    })
    void addsWorkingDaysOverHolidaysAndTheTurnOfTheYear(LocalDate start, int days, LocalDate end) {
        assertThat(CHINA.plusWorkingDays(start, days)).isEqualTo(end);
    }

    @Test
    void namesTheYearThatIsAssumed() {
        assertThat(CHINA.yearOf(LocalDate.of(2026, 3, 1)).assumed()).isFalse();
        assertThat(CHINA.yearOf(LocalDate.of(2026, 3, 1)).source().number()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(CHINA.yearOf(LocalDate.of(2027, 3, 1)).assumed()).isTrue();
        assertThat(CHINA.yearOf(LocalDate.of(2026, 10, 3)).holidayOn(LocalDate.of(2026, 10, 3)))
                .hasValueSatisfying(holiday -> assertThat(holiday.nameZh()).isEqualTo("国庆节"));
    }

    @Test
    void countsMondayToFridayInAYearThatIsNotEnteredYet() {
        assertThat(CHINA.lastDay()).isEqualTo(LocalDate.of(2027, 12, 31)); // a Friday
        assertThat(CHINA.isWorkingDay(LocalDate.of(2028, 1, 1))).isFalse();
        assertThat(CHINA.plusWorkingDays(LocalDate.of(2027, 12, 31), 1)).isEqualTo(LocalDate.of(2028, 1, 3));
        assertThat(CHINA.workingDaysBetween(LocalDate.of(2027, 12, 30), LocalDate.of(2028, 1, 4)))
                .isEqualTo(3);
    }

    @Test
    void refusesADayBeforeTheEnteredYearsOrFarBehindThem() {
        var before = LocalDate.of(2023, 12, 31);
        assertThatThrownBy(() -> CHINA.isWorkingDay(before))
                .isInstanceOfSatisfying(
                        DayOutsideCalendar.class,
                        refused -> assertThat(refused.day()).isEqualTo(before))
                .hasMessageContaining("2024-01-01 to 2027-12-31");
        assertThatThrownBy(() -> CHINA.plusWorkingDays(LocalDate.of(2032, 12, 31), 1))
                .isInstanceOf(DayOutsideCalendar.class);
        assertThatThrownBy(() -> CHINA.workingDaysBetween(LocalDate.of(2027, 12, 31), LocalDate.of(2033, 1, 1)))
                .isInstanceOf(DayOutsideCalendar.class);
    }

    @Test
    void refusesAGapBetweenYears() {
        var lonely = List.of(CHINA.yearOf(LocalDate.of(2024, 1, 1)), CHINA.yearOf(LocalDate.of(2026, 1, 1)));
        assertThatThrownBy(() -> new WorkingCalendar(CHINA.zone(), CHINA.hours(), lonely))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a gap");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00,PT8H30M,2026-11-20T17:30", "2026-11-20T09:00,PT8H31M,2026-11-23T09:01",
        "2026-11-20T08:00,PT1H,2026-11-20T10:00", "2026-11-20T23:59,PT1M,2026-11-23T09:01",
        "2026-11-22T00:00,PT30M,2026-11-23T09:30", "2026-02-14T17:00,PT1H,2026-02-24T09:30",
        "2026-11-20T12:34,PT0S,2026-11-20T12:34",
    })
    void addsOfficeTime(String start, Duration officeTime, String end) {
        assertThat(CHINA.plusWorkingTime(shanghai(start), officeTime)).isEqualTo(shanghai(end));
    }

    @Test
    void countsOfficeTimeWithOtherHours() {
        var shortDays = CHINA.withHours(new WorkingHours(LocalTime.of(10, 0), LocalTime.of(12, 0)));
        assertThat(shortDays.workingTimeBetween(shanghai("2026-11-20T11:00"), shanghai("2026-11-24T10:15")))
                .isEqualTo(Duration.ofMinutes(60 + 120 + 15));
        assertThat(shortDays.workingTimeBetween(shanghai("2026-11-24T10:15"), shanghai("2026-11-20T11:00")))
                .isEqualTo(Duration.ofMinutes(-195));
    }

    @Property
    void addingAndCountingWorkingDaysAgree(
            @ForAll @IntRange(max = 1200) int offset, @ForAll @IntRange(max = 150) int days) {
        var start = CHINA.firstDay().plusDays(offset);
        var end = CHINA.plusWorkingDays(start, days);
        assertThat(CHINA.workingDaysBetween(start, end)).isEqualTo(days);
        assertThat(days == 0 || CHINA.isWorkingDay(end)).isTrue();
    }

    @Property
    void addingAndCountingOfficeTimeAgree(
            @ForAll @IntRange(max = 1_700_000) int startMinute, @ForAll @IntRange(min = 1, max = 60_000) int minutes) {
        var start = shanghai("2024-01-01T00:00").plus(Duration.ofMinutes(startMinute));
        var officeTime = Duration.ofMinutes(minutes);
        var end = CHINA.plusWorkingTime(start, officeTime);
        assertThat(CHINA.workingTimeBetween(start, end)).isEqualTo(officeTime);
        assertThat(CHINA.workingTimeBetween(start, end.minusSeconds(1))).isLessThan(officeTime);
    }

    private static Instant shanghai(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), CHINA.zone()).toInstant();
    }
}
