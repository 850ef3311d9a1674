// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.reference;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.Admission;
import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.Standings;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.Claim;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The choices of a round, spelled out: at each turn everybody in the queue is looked at, at each decision every node,
/// and whatever was counted before is counted anew. Tests compare it with `Round`, the benchmark takes its speed as the
/// peer. It explains nothing and estimates nothing.
public final class LinearRound {
    private final Snapshot snapshot;
    private final Standings standings;
    private final Admission admission;
    private final LinearScan scan;
    private final List<Running> running;
    private final List<Job> queue;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    /// Quota that is kept for a job of the tenant from an instant on.
    private record Promise(TenantId tenant, int gpus, Instant from) {}

    /// Who starts where, who reserves what, and who waits on, in the order of turns.
    public record Choices(List<Placed> placed, List<Reservation> reservations, List<Job> waiting) {}

    private LinearRound(Snapshot snapshot) {
        this.snapshot = snapshot;
        standings = new Standings(snapshot);
        admission = new Admission(snapshot.fleet());
        running = new ArrayList<>(snapshot.running());
        queue = new ArrayList<>(snapshot.waiting());
        scan = scan();
    }

    public static Choices of(Snapshot snapshot) {
        var round = new LinearRound(snapshot);
        while (!round.queue.isEmpty()) {
            var next = round.next();
            round.queue.remove(next);
            round.consider(next);
        }
        return new Choices(round.placed, round.reservations, round.waiting);
    }

    /// Of each tenant the best job by its projects, then the best tenant.
    private Job next() {
        var best = new HashMap<TenantId, Claim>();
        for (var job : queue) {
            best.merge(job.tenant(), new Claim(job, 0, standings.ofProject(job)), LinearRound::first);
        }
        return best.values().stream()
                .map(claim ->
                        new Claim(claim.job(), standings.ofShare(claim.job().tenant()), 0))
                .reduce(LinearRound::first)
                .orElseThrow()
                .job();
    }

    private static Claim first(Claim one, Claim other) {
        return RuleCatalogue.compare(one, other) <= 0 ? one : other;
    }

    private void consider(Job job) {
        if (admission.refusal(job).isPresent()) {
            return;
        }
        if (inUse(job.tenant(), snapshot.at()) + promised(job) + job.gpus() > quota(job)) {
            promiseWhenFree(job);
            waiting.add(job);
            return;
        }
        var placement = scan.place(job, node -> mayUse(job, node));
        if (placement.isPresent()) {
            placed.add(new Placed(job, placement.get()));
            running.add(new Running(
                    job.id(),
                    job.tenant(),
                    placement.get(),
                    endsBy(job),
                    job.turn().project()));
            standings.claim(job, pool(placement.get()));
        } else {
            waiting.add(job);
            standings.claim(job, reserve(job).orElseGet(() -> allowed(job).getFirst()));
        }
    }

    private Optional<Pool> reserve(Job job) {
        return allowed(job).stream()
                .filter(pool -> reservations.stream()
                        .noneMatch(made -> made.placement().pool().equals(pool.id())))
                .flatMap(pool -> earliest(job, pool).stream())
                .min(comparing(Reservation::from))
                .map(made -> {
                    reservations.add(made);
                    promises.add(new Promise(job.tenant(), job.gpus(), snapshot.at()));
                    return pool(made.placement());
                });
    }

    /// Lets what runs end, one after the other, on a copy of everything.
    private Optional<Reservation> earliest(Job job, Pool pool) {
        var there = job.withWishes(job.wishes().inPools(Set.of(pool.id())));
        var future = scan();
        var ends = running.stream()
                .filter(one -> one.placement().pool().equals(pool.id()))
                .sorted(comparing(Running::endsBy))
                .toList();
        for (var end = 0; end < ends.size(); end++) {
            future.release(ends.get(end).placement());
            var at = ends.get(end).endsBy();
            var isLastAtOnce =
                    end == ends.size() - 1 || ends.get(end + 1).endsBy().isAfter(at);
            var isDue = end < ends.size() - 1 && !ends.get(end + 1).endsBy().isAfter(snapshot.at());
            var place = isLastAtOnce && !isDue ? future.place(there) : Optional.<Placement>empty();
            if (place.isPresent()) {
                var from = at.isAfter(snapshot.at()) ? at : snapshot.at();
                return Optional.of(new Reservation(job.id(), place.get(), from));
            }
        }
        return Optional.empty();
    }

    private boolean mayUse(Job job, Node node) {
        return reservations.stream()
                .filter(made -> endsBy(job).isAfter(made.from()))
                .flatMap(made -> made.placement().slices().stream())
                .noneMatch(slice -> slice.node().equals(node.id()));
    }

    private void promiseWhenFree(Job job) {
        if (promises.stream().noneMatch(made -> made.tenant().equals(job.tenant()))) {
            Stream.concat(Stream.of(snapshot.at()), running.stream().map(Running::endsBy))
                    .filter(at -> !at.isBefore(snapshot.at()))
                    .sorted()
                    .filter(at -> inUse(job.tenant(), at) + job.gpus() <= quota(job))
                    .findFirst()
                    .ifPresent(from -> promises.add(new Promise(job.tenant(), job.gpus(), from)));
        }
    }

    private int promised(Job job) {
        return promises.stream()
                .filter(made ->
                        made.tenant().equals(job.tenant()) && endsBy(job).isAfter(made.from()))
                .mapToInt(Promise::gpus)
                .sum();
    }

    /// GPUs of jobs that end later than an instant; now, of all that run.
    private int inUse(TenantId tenant, Instant at) {
        return running.stream()
                .filter(one -> one.tenant().equals(tenant))
                .filter(one -> at.equals(snapshot.at()) || one.endsBy().isAfter(at))
                .mapToInt(one -> one.placement().gpus())
                .sum();
    }

    private int quota(Job job) {
        return snapshot.quotas().of(job.tenant());
    }

    private Instant endsBy(Job job) {
        return snapshot.at().plus(job.timeLimit());
    }

    private List<Pool> allowed(Job job) {
        return snapshot.fleet().pools().stream()
                .filter(pool -> RuleCatalogue.admits(job, pool))
                .toList();
    }

    private Pool pool(Placement placement) {
        return snapshot.fleet().pools().stream()
                .filter(pool -> pool.id().equals(placement.pool()))
                .findFirst()
                .orElseThrow();
    }

    private LinearScan scan() {
        var copy = new LinearScan(snapshot.fleet());
        running.forEach(one -> copy.load(one.placement()));
        return copy;
    }
}
