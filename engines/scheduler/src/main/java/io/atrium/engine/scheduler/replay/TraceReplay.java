// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToLongFunction;

/// What is replayed: jobs, how many nodes have how many GPUs, the discipline, and the weights of tenants (or none).
public record TraceReplay(
        List<ReplayJob> jobs, SequencedMap<Integer, Integer> nodes, ReplayPolicy policy, Map<String, Integer> tenants) {
    private static final double HALF_LIFE_S = 7 * 86_400.0;

    /// What came of it, in seconds. Waiting is all the time between coming and ending in which no work was done,
    /// restarts
    /// and pauses included.
    ///
    /// @param worstRho mean completion over that on the own static share, of the tenant for which it is highest
    /// @param estimateCoverage the share of told start intervals that held; empty if nobody was told one
    public record Result(
            int jobs,
            int refused,
            double avgCompletionS,
            double medianCompletionS,
            double p99CompletionS,
            double avgWaitS,
            double longestWaitS,
            double makespanS,
            double utilisation,
            OptionalDouble worstRho,
            SequencedMap<String, Double> rho,
            int preemptions,
            int brokenPromises,
            OptionalDouble estimateCoverage,
            double decisionsPerS,
            double lowerBoundS) {}

    public TraceReplay {
        jobs = List.copyOf(jobs);
        if (policy.needsLimits() && jobs.stream().anyMatch(job -> job.limitS() == 0)) {
            throw new IllegalArgumentException(policy.code() + " needs a declared limit for every job");
        }
        if (!tenants.isEmpty() && nodes.size() != 1) {
            throw new IllegalArgumentException("shares of tenants are counted in nodes, which must all be of one size");
        }
    }

    /// The same without what users declared.
    public static List<ReplayJob> withoutLimits(List<ReplayJob> jobs) {
        return jobs.stream().map(ReplayJob::withoutLimit).toList();
    }

    public Result run() {
        var gpus = nodes.entrySet().stream()
                .mapToInt(size -> size.getKey() * size.getValue())
                .sum();
        var shares = tenants.isEmpty() ? null : new FairShares(tenants, 1, HALF_LIFE_S);
        var discipline = policy.discipline(shares);
        var watch = new StartWatch(gpus);
        var outcome = new Replay(nodes, discipline, watch).run(jobs);
        if (outcome.works().isEmpty()) {
            throw new IllegalArgumentException("no job fits the fleet");
        }
        return result(outcome, watch, discipline.brokenPromises());
    }

    private Result result(Replay.Outcome outcome, StartWatch watch, int broken) {
        var works = outcome.works();
        var ran = works.stream().map(work -> work.job).toList();
        var completion = sorted(works, work -> work.end - work.job.submitS());
        var wait = sorted(works, work -> work.end - work.job.submitS() - work.job.durationS());
        var makespan = works.stream().mapToLong(work -> work.end).max().orElseThrow()
                - works.stream().mapToLong(work -> work.job.submitS()).min().orElseThrow();
        var rho = tenants.isEmpty() ? new java.util.LinkedHashMap<String, Double>() : rho(works);
        return new Result(
                works.size(),
                outcome.refused(),
                Arrays.stream(completion).average().orElseThrow(),
                quantile(completion, 0.5),
                quantile(completion, 0.99),
                Arrays.stream(wait).average().orElseThrow(),
                wait[wait.length - 1],
                makespan,
                ran.stream().mapToDouble(ReplayJob::work).sum() / outcome.gpus() / Math.max(1, makespan),
                rho.values().stream().mapToDouble(one -> one).max(),
                rho,
                works.stream().mapToInt(work -> work.preemptions).sum(),
                broken,
                Double.isNaN(watch.coverage()) ? OptionalDouble.empty() : OptionalDouble.of(watch.coverage()),
                outcome.decisions() / outcome.seconds(),
                LowerBound.seconds(ran, outcome.gpus()));
    }

    private SequencedMap<String, Double> rho(List<Work> works) {
        var size = nodes.firstEntry();
        return new StaticShares(tenants, size.getValue(), size.getKey()).rho(works);
    }

    private static long[] sorted(List<Work> works, ToLongFunction<Work> figure) {
        return works.stream().mapToLong(figure).sorted().toArray();
    }

    private static double quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
