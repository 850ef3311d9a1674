// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.compute.CreditSettings;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditTermsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 13); // a Friday

    private final WorkingCalendar calendar = WorkingCalendar.china();
    private final CreditTerms terms = new CreditTerms(new CreditSettings(10, 3, 1, 5, 10, 0), calendar);

    private Optional<CreditStage> on(int day) {
        return terms.stage(DUE, LocalDate.of(2026, 11, day));
    }

    @Test
    void eachStageBeginsOnItsWorkingDayAndNoneBefore() {
        assertThat(terms.dueOn(LocalDate.of(2026, 11, 1))).isEqualTo(DUE);
        assertThat(on(9)).isEmpty();
        assertThat(on(10)).contains(CreditStage.BEFORE_DUE);
        assertThat(on(13)).contains(CreditStage.BEFORE_DUE);
        assertThat(on(15)).isEmpty(); // the weekend after
        assertThat(on(16)).contains(CreditStage.FIRST);
        assertThat(on(19)).contains(CreditStage.FIRST);
        assertThat(on(20)).contains(CreditStage.SECOND);
        assertThat(on(27)).contains(CreditStage.SECOND); // the tenth working day: not more than ten
        assertThat(on(28)).contains(CreditStage.LINE_REDUCED);
    }

    @Test
    void theListAsksForTheSameDaysAsTheState() {
        for (var today = DUE; today.isBefore(DUE.plusDays(40)); today = today.plusDays(1)) {
            boolean isReduced = today.isAfter(terms.reducedAfter(DUE));
            assertThat(!DUE.isAfter(terms.lastWholeDay(today)))
                    .as(today.toString())
                    .isEqualTo(isReduced);
        }
    }

    @Test
    void aYearThatIsNotEnteredYetHasItsWeekdays() {
        var lastFriday = calendar.lastDay().with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
        assertThat(terms.dueOn(lastFriday.plusWeeks(2))).isEqualTo(lastFriday.plusWeeks(4));
        assertThat(terms.stage(lastFriday, lastFriday.plusYears(1))).contains(CreditStage.LINE_REDUCED);
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new CreditSettings(10, 10, 1, 5, 10, 0)).hasMessageContaining("reminder before");
        assertThatThrownBy(() -> new CreditSettings(10, 3, 5, 5, 10, 0)).hasMessageContaining("follow each other");
        assertThatThrownBy(() -> new CreditSettings(10, 3, 1, 5, 10, 101)).hasMessageContaining("percent");
    }
}
