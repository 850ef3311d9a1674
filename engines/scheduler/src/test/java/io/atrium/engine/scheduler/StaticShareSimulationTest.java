// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody is worse off in the pool than with its own static share of it: mean time from submission to end, in a pool of
/// four nodes that four tenants share by weight, against each tenant alone on its own node. One tenant asks for more
/// than twice its node; three keep theirs busy to three quarters. Without fair shares the three pay for the one.
class StaticShareSimulationTest {
    private static final Duration HALF_LIFE = Duration.ofDays(2);
    private static final int TENANTS = 4;
    private static final int GREEDY = 0;
    private static final int[] SIZES = {1, 1, 2, 2, 4, 8};
    private static final double MEAN_WORK_GPU_MINUTES = 3.0 * 55;

    /// A job, and how long it really runs.
    private record Trial(Job job, Duration runs) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noTenantIsWorseOffThanWithItsStaticShare(long seed) {
        var trials = trials(new Random(seed));
        var fair = new Simulation(TENANTS, true).run(trials);
        var inTurn = new Simulation(TENANTS, false).run(trials);
        for (var tenant = 0; tenant < TENANTS; tenant++) {
            var id = tenant(tenant);
            var own = trials.stream()
                    .filter(trial -> trial.job().tenant().equals(id))
                    .toList();
            var alone = of(new Simulation(1, false).run(own), id);
            assertThat(of(fair, id) / alone)
                    .as("%s in the pool, seed %d", id, seed)
                    .isLessThan(1);
            if (tenant != GREEDY) {
                assertThat(of(inTurn, id) / alone)
                        .as("%s in turn, seed %d", id, seed)
                        .isGreaterThan(1);
            }
        }
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    private static TenantId tenant(int number) {
        return new TenantId("t" + number);
    }

    /// A week of arrivals.
    private static List<Trial> trials(Random random) {
        var trials = new ArrayList<Trial>();
        for (var tenant = 0; tenant < TENANTS; tenant++) {
            var load = tenant == GREEDY ? 2.2 : 0.75;
            var gapMinutes = MEAN_WORK_GPU_MINUTES / (8 * load);
            var at = 0.0;
            while (at < 7 * 24 * 60) {
                at += -Math.log(1 - random.nextDouble()) * gapMinutes;
                trials.add(trial(tenant, trials.size(), Scene.TEN.plusSeconds((long) (at * 60)), random));
            }
        }
        return trials;
    }

    private static Trial trial(int tenant, int number, Instant at, Random random) {
        var runs = Duration.ofMinutes(10 + random.nextInt(91));
        var limit = runs.multipliedBy(1 + random.nextInt(3));
        var job = new Job(
                new JobId("j%05d".formatted(number)),
                tenant(tenant),
                SIZES[random.nextInt(SIZES.length)],
                limit,
                new Turn(0, at),
                Wishes.anywhere());
        return new Trial(job, runs);
    }

    /// The pool, with rounds at every arrival and every end.
    private static final class Simulation {
        private final Scene fleet;
        private final boolean isFair;
        private final Map<TenantId, FadingUse> used = new HashMap<>();
        private final Map<JobId, Instant> started = new HashMap<>();
        private final Map<JobId, Instant> ends = new HashMap<>();
        private List<Running> running = new ArrayList<>();
        private List<Job> waiting = new ArrayList<>();

        private Simulation(int nodes, boolean isFair) {
            fleet = new Scene().pool("p", "h100", 8, nodes);
            this.isFair = isFair;
        }

        Map<TenantId, Double> run(List<Trial> trials) {
            var byId = trials.stream()
                    .collect(Collectors.toMap(trial -> trial.job().id(), Function.identity()));
            var arrivals = new ArrayList<>(trials);
            arrivals.sort(Comparator.comparing(trial -> trial.job().turn().submittedAt()));
            var next = 0;
            while (next < arrivals.size() || !running.isEmpty()) {
                var now = now(
                        next < arrivals.size() ? arrivals.get(next).job().turn().submittedAt() : Instant.MAX);
                end(now);
                while (next < arrivals.size()
                        && !arrivals.get(next).job().turn().submittedAt().isAfter(now)) {
                    waiting.add(arrivals.get(next++).job());
                }
                round(now, byId);
            }
            return trials.stream()
                    .collect(Collectors.groupingBy(
                            trial -> trial.job().tenant(), Collectors.averagingDouble(this::secondsToEnd)));
        }

        private double secondsToEnd(Trial trial) {
            var job = trial.job();
            return Duration.between(job.turn().submittedAt(), of(ends, job.id()))
                    .toSeconds();
        }

        private Instant now(Instant arrival) {
            return running.stream()
                    .map(job -> of(ends, job.job()))
                    .min(Comparator.naturalOrder())
                    .filter(end -> end.isBefore(arrival))
                    .orElse(arrival);
        }

        private void end(Instant now) {
            var left = new ArrayList<Running>();
            for (var job : running) {
                if (of(ends, job.job()).isAfter(now)) {
                    left.add(job);
                } else {
                    var stay = new Stay(job.placement().amount(), of(started, job.job()), now);
                    used.put(
                            job.tenant(),
                            used.getOrDefault(job.tenant(), FadingUse.none(now)).plus(stay, HALF_LIFE));
                }
            }
            running = left;
        }

        private void round(Instant now, Map<JobId, Trial> byId) {
            var quotas = new HashMap<TenantId, Integer>();
            var weights = new HashMap<TenantId, Integer>();
            for (var tenant = 0; tenant < TENANTS; tenant++) {
                quotas.put(tenant(tenant), 1_000);
                weights.put(tenant(tenant), 1);
            }
            var shares = isFair ? new Shares(HALF_LIFE, weights, attained(now)) : Shares.none();
            var result = Round.of(new Snapshot(now, fleet.fleet(), new Quotas(quotas), shares, waiting, running));
            for (var placed : result.placed()) {
                var job = placed.job();
                running.add(new Running(job.id(), job.tenant(), placed.placement(), now.plus(job.timeLimit())));
                started.put(job.id(), now);
                ends.put(job.id(), now.plus(of(byId, job.id()).runs()));
            }
            waiting = new ArrayList<>(
                    result.waiting().stream().map(RoundResult.Waiting::job).toList());
        }

        private List<Shares.Used> attained(Instant now) {
            var all = new HashMap<TenantId, FadingUse>(used);
            for (var job : running) {
                var stay = new Stay(job.placement().amount(), of(started, job.job()), now);
                all.put(
                        job.tenant(),
                        all.getOrDefault(job.tenant(), FadingUse.none(now)).plus(stay, HALF_LIFE));
            }
            return all.entrySet().stream()
                    .map(entry -> new Shares.Used(
                            entry.getKey(),
                            "",
                            new GpuModel("h100"),
                            entry.getValue().at(now, HALF_LIFE).gpuMillis()))
                    .toList();
        }
    }
}
