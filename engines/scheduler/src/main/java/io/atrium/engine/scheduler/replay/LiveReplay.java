// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.FadingUse;
import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartLesson;
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
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Live replay (实时轮次重放): lets the jobs of a trace come, wait, run and end under the rounds that decide live queues,
/// which learn start estimates as they go.
///
/// A round is made whenever something happened, at most one in [#STEP]. A job ends when its work is done, or at its
/// declared limit.
///
/// @param jobs each with a declared limit
/// @param tenants their weights; nobody in it: no fair shares
public record LiveReplay(List<ReplayJob> jobs, int nodes, int gpusPerNode, Map<String, Integer> tenants) {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration HALF_LIFE = Duration.ofDays(7);
    private static final Instant ZERO = Instant.EPOCH;
    private static final GpuModel MODEL = new GpuModel("gpu");

    public LiveReplay {
        jobs = jobs.stream()
                .filter(job -> job.gpus() <= nodes * gpusPerNode)
                .sorted(Comparator.comparingLong(ReplayJob::submitS).thenComparing(ReplayJob::id))
                .toList();
    }

    /// What came of what every job was told that had to wait.
    public StartRecord run() {
        return new Course().run();
    }

    private final class Course {
        private final Fleet fleet = fleet();
        private final Quotas quotas = quotas();
        private final Map<JobId, ReplayJob> known =
                jobs.stream().collect(Collectors.toMap(job -> new JobId(job.id()), Function.identity()));
        private final Map<TenantId, FadingUse> used = new HashMap<>();
        private final Map<JobId, Run> runs = new HashMap<>();
        private final PriorityQueue<Run> ends = new PriorityQueue<>(Comparator.comparing(Run::end)
                .thenComparing(run -> run.running().job()));
        private final List<StartLesson> starts = new ArrayList<>();
        private List<Job> waiting = new ArrayList<>();
        private StartExperience experience = StartExperience.none();
        private int arrived;

        private record Run(Running running, Instant start, Instant end) {}

        StartRecord run() {
            for (var now = next(); now.isBefore(Instant.MAX); now = next()) {
                end(now);
                arrive(now);
                take(Round.of(snapshot(now)), now);
            }
            return new StartRecord(starts);
        }

        /// The first step at which something has happened.
        private Instant next() {
            var arrival =
                    arrived < jobs.size() ? ZERO.plusSeconds(jobs.get(arrived).submitS()) : Instant.MAX;
            var end = ends.isEmpty() ? Instant.MAX : ends.peek().end();
            var first = arrival.isBefore(end) ? arrival : end;
            return first.equals(Instant.MAX)
                    ? first
                    : ZERO.plus(STEP.multipliedBy(Math.ceilDiv(first.getEpochSecond(), STEP.toSeconds())));
        }

        private void end(Instant now) {
            while (!ends.isEmpty() && !ends.peek().end().isAfter(now)) {
                var run = ends.remove();
                runs.remove(run.running().job());
                used.merge(run.running().tenant(), FadingUse.none(now), (before, _) -> before);
                used.computeIfPresent(run.running().tenant(), (_, use) -> use.plus(stay(run, run.end()), HALF_LIFE));
            }
        }

        private void arrive(Instant now) {
            for (;
                    arrived < jobs.size()
                            && !ZERO.plusSeconds(jobs.get(arrived).submitS()).isAfter(now);
                    arrived++) {
                waiting.add(job(jobs.get(arrived)));
            }
        }

        private void take(RoundResult result, Instant now) {
            for (var placed : result.placed()) {
                var job = placed.job();
                var traced = Objects.requireNonNull(known.get(job.id()));
                var running = new Running(job.id(), job.tenant(), placed.placement(), now.plus(job.timeLimit()));
                var run = new Run(running, now, now.plusSeconds(Math.min(traced.durationS(), traced.limitS())));
                runs.put(job.id(), run);
                ends.add(run);
            }
            waiting = new ArrayList<>(
                    result.waiting().stream().map(RoundResult.Waiting::job).toList());
            result.news().lessons().stream().filter(StartLesson::isStart).forEach(starts::add);
            experience = experience.after(result.news());
        }

        private Snapshot snapshot(Instant now) {
            var running = runs.values().stream().map(Run::running).toList();
            return new Snapshot(now, fleet, quotas, shares(now), waiting, running).withExperience(experience);
        }

        private Shares shares(Instant now) {
            if (tenants.isEmpty()) {
                return Shares.none();
            }
            var all = new HashMap<>(used);
            runs.values()
                    .forEach(run -> all.compute(
                            run.running().tenant(),
                            (_, use) -> (use == null ? FadingUse.none(now) : use).plus(stay(run, now), HALF_LIFE)));
            var weights = tenants.entrySet().stream()
                    .collect(Collectors.toMap(entry -> new TenantId(entry.getKey()), Map.Entry::getValue));
            var uses = all.entrySet().stream()
                    .map(entry -> new Shares.Used(
                            entry.getKey(),
                            "",
                            MODEL,
                            entry.getValue().at(now, HALF_LIFE).gpuMillis()))
                    .toList();
            return new Shares(HALF_LIFE, weights, uses);
        }

        private static Stay stay(Run run, Instant until) {
            return new Stay(run.running().placement().amount(), run.start(), until);
        }
    }

    private static Job job(ReplayJob job) {
        return new Job(
                new JobId(job.id()),
                new TenantId(job.tenant()),
                job.gpus(),
                Duration.ofSeconds(job.limitS()),
                new Turn(0, ZERO.plusSeconds(job.submitS())),
                Wishes.anywhere());
    }

    private Fleet fleet() {
        var pool = new Pool(new PoolId("pool"), new ProviderId("provider"), MODEL, gpusPerNode, 0);
        return new Fleet(
                List.of(pool),
                IntStream.range(0, nodes)
                        .mapToObj(node -> new Node(new NodeId("node-%05d".formatted(node)), pool.id(), NodeState.UP))
                        .toList());
    }

    /// No tenant is held back.
    private Quotas quotas() {
        return new Quotas(jobs.stream()
                .map(job -> new TenantId(job.tenant()))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), _ -> nodes * gpusPerNode)));
    }
}
