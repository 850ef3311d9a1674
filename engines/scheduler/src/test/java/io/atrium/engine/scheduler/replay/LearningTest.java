// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Levels, shares and start intervals, each alone.
class LearningTest {
    private static final Ladder ATTAINED = new AttainedLadder(3_600, 2);

    @Test
    void attainedLevelsDoubleByGpuTime() {
        assertThat(ATTAINED.level(job(1), 3_599)).isZero();
        assertThat(ATTAINED.level(job(1), 3_600)).isEqualTo(1);
        assertThat(ATTAINED.level(job(2), 3_600)).isEqualTo(2);
        assertThat(ATTAINED.nextChange(job(1), 0)).isEqualTo(3_600);
        assertThat(ATTAINED.nextChange(job(2), 3_600)).isEqualTo(7_200);
    }

    @Test
    void theLearnedLadderIsTheAttainedOneUntilEnoughJobsHaveEnded() {
        assertThat(new LearnedLadder(ATTAINED).level(job(2), 3_600)).isEqualTo(2);
    }

    @Test
    void learnsThatWhoOutlivesTheShortOnesWillTakeLong() {
        var ladder = new LearnedLadder(ATTAINED);
        for (var i = 0; i < 500; i++) {
            ladder.ended(new ReplayJob("j" + i, "t", 0, 1, i % 2 == 0 ? 60 : 100_000, 0));
        }
        assertThat(ladder.edition()).isPositive();
        assertThat(ladder.level(job(1), 0)).isLessThan(ladder.level(job(1), 3_000));
        assertThat(ladder.level(job(1), 90_000)).isLessThan(ladder.level(job(1), 3_000));
        assertThat(ladder.level(job(1), 0)).isLessThan(ladder.level(job(8), 0));
    }

    @Test
    void useFadesByHalfInAHalfLifeAndTheDominantResourceCounts() {
        var shares = new FairShares(Map.of("a", 1, "b", 3), 2, 100);
        shares.hold("a", 0, 0.5, 0.1);
        shares.hold("a", 100, -0.5, -0.1); // the average of half the fleet held for one half-life: 0.25
        assertThat(shares.ratio("a", 100)).isEqualTo(0.25 / 0.25, within(1e-9));
        assertThat(shares.ratio("a", 200)).isEqualTo(0.125 / 0.25, within(1e-9));
        assertThat(shares.ratio("b", 200)).isZero();
        assertThat(shares.ratio("stranger", 200)).isInfinite();
    }

    @Test
    void staticSharesAreWholeNodesThatAddUp() {
        assertThat(new StaticShares(Map.of("a", 1, "b", 1, "c", 2), 10, 8).nodes())
                .containsEntry("a", 3)
                .containsEntry("b", 2)
                .containsEntry("c", 5);
    }

    @Test
    void fourInFiveStartIntervalsHoldEvenIfWaitsTriple() {
        var watch = new StartWatch(8);
        var random = new Random(1);
        for (var i = 0; i < 4_000; i++) {
            var work = new Work(new ReplayJob("j" + i, "t", i * 10_000L, 1, 10, 0), i);
            watch.arrived(work);
            watch.estimate(List.of(work), i * 10_000L);
            watch.started(work, i * 10_000L + random.nextInt(i < 2_000 ? 3_000 : 9_000));
        }
        assertThat(watch.coverage()).isBetween(0.75, 0.88);
    }

    @Test
    void tellsNothingBeforeFortyHaveStarted() {
        var watch = new StartWatch(8);
        for (var i = 0; i < 40; i++) {
            var work = new Work(new ReplayJob("j" + i, "t", i, 1, 10, 0), i);
            watch.arrived(work);
            watch.estimate(List.of(work), i);
            watch.started(work, i + 5);
        }
        assertThat(watch.coverage()).isNaN();
    }

    private static ReplayJob job(int gpus) {
        return new ReplayJob("j", "t", 0, gpus, 1_000_000, 0);
    }
}
