// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();
    private static final Messages MESSAGES = Messages.load();

    /// Friday 13 March 2026, at the close of business; the weekend before it does not count.
    @ParameterizedTest
    @CsvSource({
        "2026-03-10T02:30:00Z, 3, INFO, 还剩 3 个工作日, 3 working days left",
        "2026-03-12T02:30:00Z, 1, WAIT, 还剩 1 个工作日, 1 working day left",
        "2026-03-13T02:30:00Z, 0, WAIT, 今天到期, due today",
        "2026-03-14T02:30:00Z, 0, BAD, 已逾期, overdue"
    })
    void countsWorkingDaysAndSaysSoInWords(Instant now, int left, Tone tone, String chinese, String english) {
        var due = Due.of(CALENDAR.closing(LocalDate.parse("2026-03-13")), now, CALENDAR);
        assertThat(due.workingDaysLeft()).isEqualTo(left);
        assertThat(due.tone()).isEqualTo(tone);
        assertThat(due.left(MESSAGES.in(Lang.ZH))).isEqualTo(chinese);
        assertThat(due.left(MESSAGES.in(Lang.EN))).isEqualTo(english);
    }
}
