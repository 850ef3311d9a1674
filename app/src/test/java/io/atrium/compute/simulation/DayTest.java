// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final List<Day.Target> POOLS = List.of(
            new Day.Target("a", 8_192, 3, false),
            new Day.Target("b", 4_096, 1, false),
            new Day.Target("small", 64, 1, false));

    private static List<Arrival> day(long seed) {
        return Day.of(seed, 900, 80, POOLS);
    }

    @Test
    void theSameSeedIsTheSameDay() {
        assertThat(day(1)).isEqualTo(day(1)).isNotEqualTo(day(2));
    }

    @Test
    void jobsArriveInOrderWithinTheDay() {
        var day = day(1);
        assertThat(day).hasSize(900).isSortedAccordingTo(Comparator.comparing(Arrival::at));
        assertThat(day.getFirst().number()).isEqualTo(1);
        assertThat(day.getLast().at()).isBetween(Day.LENGTH.minusMinutes(2), Day.LENGTH);
    }

    @Test
    void aJobFitsItsPoolAndEndsWithinItsLimit() {
        assertThat(day(1)).allSatisfy(arrival -> {
            assertThat(arrival.work().takes()).isPositive().isLessThanOrEqualTo(arrival.limit());
            assertThat(arrival.limit()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(arrival.firm()).isBetween(0, 79);
            assertThat(arrival.gpus()).isBetween(8, arrival.pool().equals("small") ? 64 : 1_024);
        });
    }

    @Test
    void aShareOfTheJobsMayBeInterrupted() {
        assertThat(day(1).stream().filter(Arrival::isInterruptible).count()).isBetween(300L, 420L);
    }

    @Test
    void aFewFirmsHaveMostOfTheJobs() {
        assertThat(day(1).stream().filter(arrival -> arrival.firm() < 8).count())
                .isBetween(350L, 500L);
        assertThat(day(1).stream().mapToInt(Arrival::firm).distinct().count()).isGreaterThan(60);
    }

    @Test
    void wantedPoolsGetMoreThanTheirShareAndNightsAreQuiet() {
        var byPool = day(1).stream().collect(Collectors.groupingBy(Arrival::pool, Collectors.counting()));
        assertThat(byPool.getOrDefault("a", 0L)).isGreaterThan(byPool.getOrDefault("b", 0L) * 4);
        assertThat(arrivals(0, 5)).as("from eight to one").isGreaterThan(arrivals(16, 21) * 4);
    }

    private static long arrivals(int fromMinute, int toMinute) {
        return day(1).stream()
                .filter(arrival -> arrival.at().compareTo(Duration.ofMinutes(fromMinute)) >= 0
                        && arrival.at().compareTo(Duration.ofMinutes(toMinute)) < 0)
                .count();
    }
}
