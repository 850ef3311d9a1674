// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkedTimeTest {

    private static final Instant ASKED = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant NOW = ASKED.plusSeconds(100);
    private static final Duration WATCHED = Duration.ofSeconds(58);

    private static SlurmJob job(Instant start, Instant end) {
        return new SlurmJob(1, "job_1", Set.of("COMPLETED"), "", start.getEpochSecond(), end.getEpochSecond(), 0, 0);
    }

    private static Duration worked(Instant start, Instant end) {
        return WorkedTime.of(job(start, end), WATCHED, ASKED, NOW);
    }

    @Test
    void isTheDifferenceOfTheClustersSeconds() {
        assertThat(worked(ASKED.plusSeconds(30), ASKED.plusSeconds(90))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void doesNotCareWhetherTheClustersClockIsAheadOrBehind() {
        for (var offset : new Duration[] {Duration.ofHours(9), Duration.ofDays(-400)}) {
            var start = ASKED.plusSeconds(30).plus(offset);
            assertThat(worked(start, start.plusSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void aClockThatWasSetMeanwhileNeverMakesABillLonger() {
        assertThat(worked(ASKED, ASKED.plusSeconds(3_660))).as("set ahead").isEqualTo(WATCHED);
        assertThat(worked(ASKED, ASKED.minusSeconds(3_540))).as("set back").isEqualTo(WATCHED);
    }

    @Test
    void isNothingForAJobThatNeverBegan() {
        assertThat(WorkedTime.of(job(Instant.EPOCH, NOW), WATCHED, ASKED, NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void endsWhenTheClusterSaysIfThatCanBe() {
        var seen = ASKED.plusSeconds(80);
        assertThat(WorkedTime.end(job(ASKED, ASKED.plusSeconds(90)), seen, NOW)).isEqualTo(ASKED.plusSeconds(90));
        assertThat(WorkedTime.end(job(ASKED, NOW.plusSeconds(7_200)), seen, NOW))
                .isEqualTo(NOW);
        assertThat(WorkedTime.end(job(ASKED, ASKED.minusSeconds(7_200)), seen, NOW))
                .isEqualTo(NOW);
    }
}
