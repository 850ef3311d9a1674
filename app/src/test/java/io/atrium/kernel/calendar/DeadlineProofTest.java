// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Deadlines against a count minute by minute over 2024 to 2027: 50,000 random cases here, 1,000,000 with
/// `./atrium prove deadlines`.
@Tag("APL-3")
class DeadlineProofTest {

    private static final int CASES = Boolean.getBoolean("atrium.prove") ? 1_000_000 : 50_000;
    private static final long SEED = 20_261_130;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /// The last start leaves room for the longest limit and pause.
    private static final int START_DAYS = 1_200;

    private final WorkingCalendar calendar = WorkingCalendar.china();
    private final MinuteOracle oracle = new MinuteOracle(calendar::isWorkingDay);

    @Test
    void agreesWithTheMinuteCountForEveryUnitWithAndWithoutAPause() {
        var random = new SplittableRandom(SEED);
        for (int number = 0; number < CASES; number++) {
            int event = random.nextInt(START_DAYS * MINUTES_PER_DAY);
            var limit = limit(random);
            int pausedFrom = event + random.nextInt(5 * MINUTES_PER_DAY);
            int pausedUntil = random.nextBoolean() ? pausedFrom : pausedFrom + random.nextInt(20 * MINUTES_PER_DAY);
            var pause = limit.paused(oracle.instant(pausedFrom), oracle.instant(pausedUntil), calendar);
            assertThat(limit.dueAfter(oracle.instant(event), pause, calendar))
                    .as("%s from %s, paused %s to %s", limit, oracle.instant(event), pausedFrom, pausedUntil)
                    .isEqualTo(oracle.instant(oracle.due(event, limit, pausedFrom, pausedUntil)));
        }
    }

    private static Deadline limit(SplittableRandom random) {
        var unit = DeadlineUnit.values()[random.nextInt(DeadlineUnit.values().length)];
        int amount = switch (unit) {
            case MINUTE -> 1 + random.nextInt(600);
            case HOUR -> 1 + random.nextInt(240);
            case WORKING_HOUR -> 1 + random.nextInt(120);
            case DAY -> 1 + random.nextInt(90);
            case WORKING_DAY -> 1 + random.nextInt(60);
        };
        return new Deadline(amount, unit);
    }
}
