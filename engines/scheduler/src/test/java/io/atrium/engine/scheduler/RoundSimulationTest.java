// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lets a whole queue run down, round by round, and watches what was promised.
///
/// Nothing arrives later, so the first job of the queue keeps its turn: its promise must be kept. Jobs end at or
/// before their limits.
class RoundSimulationTest {
    private static final int JOBS = 120;
    private static final Quotas QUOTAS =
            new Quotas(Map.of(new TenantId("t0"), 40, new TenantId("t1"), 50, new TenantId("t2"), 60));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyJobRunsAndTheHeadNeverStartsLaterThanPromised(long seed) {
        var random = new Random(seed);
        var snapshot = new Snapshot(Scene.TEN, fleet().fleet(), QUOTAS, queue(random), List.of());
        var started = new HashMap<JobId, Instant>();
        var promised = new HashMap<JobId, Instant>();
        while (!snapshot.waiting().isEmpty()) {
            var result = Round.of(snapshot);
            var now = snapshot.at();
            result.placed().forEach(placed -> {
                started.put(placed.job().id(), now);
                assertThat(now)
                        .as("promise to %s, seed %d", placed.job().id(), seed)
                        .isBeforeOrEqualTo(promised.getOrDefault(placed.job().id(), Instant.MAX));
            });
            promiseToHead(result, promised);
            snapshot = next(snapshot, result, random);
        }
        assertThat(started).hasSize(JOBS);
    }

    /// Only the very first job is sure that nobody with an earlier turn, held by a quota now, comes before it.
    private static void promiseToHead(RoundResult result, Map<JobId, Instant> promised) {
        if (result.reservations().isEmpty()
                || !result.reservations()
                        .getFirst()
                        .job()
                        .equals(result.waiting().getFirst().job().id())) {
            return;
        }
        var head = result.reservations().getFirst();
        promised.merge(head.job(), head.from(), (before, now) -> {
            assertThat(now).as("reservation of %s", head.job()).isBeforeOrEqualTo(before);
            return now;
        });
        assertThat(result.waiting().stream()
                        .filter(waiting -> waiting.job().id().equals(head.job())))
                .extracting(Waiting::start)
                .allMatch(start -> start instanceof StartEstimate.Between between
                        && !between.latest().isBefore(between.earliest()));
    }

    /// Time goes on to the first end; the end comes somewhere before the declared limit.
    private static Snapshot next(Snapshot before, RoundResult result, Random random) {
        var running = new ArrayList<>(before.running());
        result.placed()
                .forEach(placed -> running.add(new Running(
                        placed.job().id(),
                        placed.job().tenant(),
                        placed.placement(),
                        before.at().plus(placed.job().timeLimit()))));
        assertThat(running).as("the queue stands still at %s", before.at()).isNotEmpty();
        var ending = running.remove(random.nextInt(running.size()));
        var firstEnd =
                running.stream().map(Running::endsBy).min(Instant::compareTo).orElse(ending.endsBy());
        var left = Duration.between(before.at(), firstEnd.isBefore(ending.endsBy()) ? firstEnd : ending.endsBy());
        var at = before.at().plusMillis((long) (left.toMillis() * random.nextDouble()));
        var waiting = result.waiting().stream().map(Waiting::job).toList();
        return new Snapshot(at, before.fleet(), before.quotas(), waiting, running);
    }

    private static Scene fleet() {
        return new Scene().pool("p0", "h100", 8, 3).pool("p1", "l40", 8, 4).pool("p2", "h100", 4, 3);
    }

    private static List<Job> queue(Random random) {
        var jobs = new ArrayList<Job>();
        while (jobs.size() < JOBS) {
            var job = RandomSnapshot.job(random, "j" + jobs.size());
            if (job.wishes().fenPerGpuHourMax().isEmpty() && job.gpus() <= 24) {
                jobs.add(job);
            }
        }
        return jobs;
    }
}
