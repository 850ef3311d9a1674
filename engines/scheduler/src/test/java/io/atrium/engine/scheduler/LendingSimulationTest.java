// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jobs come over a day, minute by minute; half of them are interruptible, and those who are told to stop wait again
/// with
/// what is left of their limit. Everybody comes to an end, and everybody who borrows gives back.
class LendingSimulationTest {
    private static final int JOBS = 150;
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int STEPS_MAX = 60 * 24 * 60;
    private static final Lending LENDING = new Lending(
            Set.of(new PoolId("p0"), new PoolId("p1")), Duration.ofMinutes(10), 2, 4, Duration.ofSeconds(30));
    private static final Quotas QUOTAS =
            new Quotas(Map.of(new TenantId("t0"), 24, new TenantId("t1"), 24, new TenantId("t2"), 24));

    private final Fleet fleet =
            new Scene().pool("p0", "h100", 8, 3).pool("p1", "l40", 8, 3).fleet();
    private final Map<JobId, Job> jobs = new HashMap<>();
    private final Map<JobId, Instant> comesAt = new HashMap<>();
    private final Map<JobId, Duration> works = new HashMap<>();
    private final Map<JobId, Duration> ran = new HashMap<>();
    private final Map<JobId, List<Instant>> interrupted = new HashMap<>();
    private List<Job> waiting = new ArrayList<>();
    private List<Running> running = new ArrayList<>();
    private Instant now = Scene.TEN;
    private int ended;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everybodyEndsAndWhoBorrowsGivesBack(long seed) {
        draw(new Random(seed));
        int borrowed = 0;
        for (int step = 0; ended < JOBS; step++) {
            assertThat(step).as("steps until everybody has ended").isLessThan(STEPS_MAX);
            arrive();
            var result = Round.of(snapshot());
            borrowed += (int) result.placed().stream().filter(Placed::borrows).count();
            apply(result);
            now = now.plus(STEP);
            leave();
        }
        assertThat(borrowed).isPositive();
        assertThat(interrupted).isNotEmpty();
        assertThat(interrupted.keySet()).allMatch(id -> job(id).interruptible());
    }

    private void draw(Random random) {
        while (jobs.size() < JOBS) {
            var drawn = RandomSnapshot.job(random, "j" + jobs.size());
            if (drawn.wishes().fenPerGpuHourMax().isPresent() || drawn.gpus() > 24) {
                continue;
            }
            var job = random.nextBoolean() ? drawn.whichYields() : drawn;
            jobs.put(job.id(), job);
            comesAt.put(job.id(), Scene.TEN.plus(Duration.ofMinutes(random.nextInt(24 * 60))));
            works.put(
                    job.id(),
                    job.timeLimit().multipliedBy(1 + random.nextInt(100)).dividedBy(100));
        }
    }

    private void arrive() {
        comesAt.entrySet().removeIf(comes -> {
            boolean isHere = !comes.getValue().isAfter(now);
            if (isHere) {
                waiting.add(job(comes.getKey()));
            }
            return isHere;
        });
    }

    private Snapshot snapshot() {
        return new Snapshot(now, fleet, QUOTAS, waiting, running).withLending(LENDING);
    }

    private void apply(RoundResult result) {
        waiting = new ArrayList<>(result.waiting().stream().map(Waiting::job).toList());
        result.takenOff().forEach(this::tell);
        result.placed().forEach(this::start);
    }

    private void start(Placed placed) {
        var job = placed.job();
        var runs = new Running(job.id(), job.tenant(), placed.placement(), now.plus(job.timeLimit()));
        var often = interrupted.getOrDefault(job.id(), List.of()).stream()
                .filter(at -> at.isAfter(now.minus(Duration.ofHours(1))))
                .count();
        running.add(job.interruptible() ? runs.yielding(new Yielding(now, now, (int) often, Optional.empty())) : runs);
    }

    private void tell(TakenOff off) {
        var job = off.job();
        var by = now.plus(LENDING.grace());
        running.remove(job);
        running.add(new Running(job.job(), job.tenant(), job.placement(), by)
                .yielding(job.yielding().orElseThrow().leavingBy(by)));
        interrupted.computeIfAbsent(job.job(), _ -> new ArrayList<>()).add(now);
    }

    private void leave() {
        var stay = new ArrayList<Running>();
        for (var one : running) {
            var sofar = ran.merge(one.job(), STEP, Duration::plus);
            if (sofar.compareTo(Objects.requireNonNull(works.get(one.job()))) >= 0) {
                ended++;
            } else if (one.isLeaving()) {
                waiting.add(waitsAgain(job(one.job()), sofar));
            } else {
                stay.add(one);
            }
        }
        running = stay;
    }

    private Job job(JobId id) {
        return Objects.requireNonNull(jobs.get(id));
    }

    private static Job waitsAgain(Job job, Duration sofar) {
        return new Job(
                job.id(),
                job.tenant(),
                job.gpus(),
                job.timeLimit().minus(sofar).plus(STEP),
                job.turn(),
                job.wishes(),
                true);
    }
}
