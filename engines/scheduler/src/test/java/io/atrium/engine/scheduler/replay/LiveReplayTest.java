// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Live rounds that learn as they go, on an invented trace whose load changes; recorded ones are in the benchmark.
class LiveReplayTest {

    @Test
    void learnedIntervalsHoldAboutAsOftenAsTheySayWhenTheLoadGrows() {
        var record = new LiveReplay(jobs(2_500), 4, 8, Map.of()).run();
        assertThat(record.learned().told()).isGreaterThan(1_000);
        assertThat(record.learned().held()).isBetween(0.72, 0.9);
        assertThat(record.learned().error()).isLessThan(record.planned().error());
    }

    @Test
    void theSameWithTenantsWhoShareTheFleet() {
        var record = new LiveReplay(jobs(2_500), 4, 8, Map.of("t0", 1, "t1", 2, "t2", 3)).run();
        assertThat(record.learned().held()).isBetween(0.72, 0.9);
    }

    @Test
    void theSameTraceInAnotherOrderGivesTheSameRecord() {
        var jobs = jobs(300);
        assertThat(new LiveReplay(jobs.reversed(), 4, 8, Map.of()).run())
                .isEqualTo(new LiveReplay(jobs, 4, 8, Map.of()).run());
    }

    /// Works of minutes to hours, limits of two to five times as long; the second half comes faster.
    private static List<ReplayJob> jobs(int count) {
        var random = new Random(7);
        var jobs = new ArrayList<ReplayJob>();
        var at = 0.0;
        for (var number = 0; number < count; number++) {
            at += -Math.log(1 - random.nextDouble()) * (number < count / 2 ? 275 : 250);
            var gpus = new int[] {1, 1, 1, 2, 4, 8}[random.nextInt(6)];
            var work = (long) Math.exp(5 + 4.4 * random.nextDouble());
            jobs.add(new ReplayJob(
                    "j%05d".formatted(number),
                    "t" + random.nextInt(3),
                    (long) at,
                    gpus,
                    work,
                    work * (2 + random.nextInt(4))));
        }
        return jobs;
    }
}
