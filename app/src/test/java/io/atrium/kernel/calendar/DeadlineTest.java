// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private static final WorkingCalendar CHINA = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "30,MINUTE,2026-10-01T23:45,2026-10-02T00:15", "24,HOUR,2026-02-14T17:30,2026-02-15T17:30",
        "2,WORKING_HOUR,2026-09-30T16:30,2026-10-08T10:00", "9,WORKING_HOUR,2026-10-09T09:00,2026-10-10T09:30",
        "1,DAY,2026-11-18T23:59,2026-11-19T17:30", "3,DAY,2026-11-18T10:00,2026-11-23T17:30",
        "2,DAY,2026-02-12T10:00,2026-02-14T17:30", "3,DAY,2026-02-12T10:00,2026-02-24T17:30",
        "1,WORKING_DAY,2026-11-20T00:00,2026-11-23T17:30", "1,WORKING_DAY,2026-11-19T23:59,2026-11-20T17:30",
        "5,WORKING_DAY,2026-09-28T18:00,2026-10-10T17:30", "5,WORKING_DAY,2026-11-21T12:00,2026-11-27T17:30",
    })
    void isDueAtTheEdgeOfItsUnit(int amount, DeadlineUnit unit, LocalDateTime event, LocalDateTime due) {
        var deadline = new Deadline(amount, unit);
        assertThat(deadline.dueAfter(shanghai(event), CHINA)).isEqualTo(shanghai(due));
        assertThat(deadline.isMet(shanghai(event), shanghai(due), CHINA)).isTrue();
        assertThat(deadline.isMet(shanghai(event), shanghai(due).plusMillis(1), CHINA))
                .isFalse();
    }

    @Test
    void countsTheDayOfTheEventInShanghaiNotInUtc() {
        var lateInUtc = Instant.parse("2026-11-18T16:30:00Z"); // 00:30 on the 19th in Shanghai
        assertThat(new Deadline(1, DeadlineUnit.WORKING_DAY).dueAfter(lateInUtc, CHINA))
                .isEqualTo(shanghai(LocalDateTime.of(2026, 11, 20, 17, 30)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Deadline.AMOUNT_MAX + 1})
    void refusesALengthThatIsASlipOfThePen(int amount) {
        assertThatThrownBy(() -> new Deadline(amount, DeadlineUnit.DAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasADateInAYearWhoseHolidaysAreNotEnteredYet() {
        var lastAfternoon = shanghai(LocalDateTime.of(2027, 12, 31, 17, 0));
        assertThat(new Deadline(1, DeadlineUnit.WORKING_HOUR).dueAfter(lastAfternoon, CHINA))
                .isEqualTo(shanghai(LocalDateTime.of(2028, 1, 3, 9, 30)));
    }

    private static Instant shanghai(LocalDateTime local) {
        return local.atZone(CHINA.zone()).toInstant();
    }
}
