// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRhythmTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate HOLIDAY = MONDAY.plusDays(72);

    private final DayRhythm rhythm =
            new DayRhythm(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !day.equals(HOLIDAY), 40);

    @Test
    void beginsWithAGuess() {
        assertThat(rhythm.factor(MONDAY)).isCloseTo(1, within(0.01));
        assertThat(rhythm.factor(MONDAY.plusDays(5))).isCloseTo(0.1, within(0.01));
    }

    @Test
    void learnsBusyMondaysAndQuietHolidays() {
        for (int i = 0; i < 70; i++) {
            var day = MONDAY.plusDays(i);
            rhythm.learn(day, i % 7 == 0 ? 60 : i % 7 < 5 ? 30 : 4);
        }
        assertThat(rhythm.factor(MONDAY)).isBetween(1.4, 1.7);
        assertThat(rhythm.factor(MONDAY.plusDays(71))).isBetween(0.8, 1.0);
        assertThat(rhythm.factor(HOLIDAY))
                .isEqualTo(rhythm.factor(MONDAY.plusDays(5)))
                .isBetween(0.1, 0.2);
    }
}
