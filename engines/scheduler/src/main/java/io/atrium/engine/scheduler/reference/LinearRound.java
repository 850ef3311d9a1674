// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.reference;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.atrium.engine.scheduler.Admission;
import io.atrium.engine.scheduler.Borrowers;
import io.atrium.engine.scheduler.Clearing;
import io.atrium.engine.scheduler.RoundResult.Cleared;
import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.engine.scheduler.Standings;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Yielding;
import io.atrium.engine.scheduler.rule.Candidacy;
import io.atrium.engine.scheduler.rule.Claim;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.ServeCloseDateFirst;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The choices of a round, spelled out: at each turn everybody in the queue is looked at, at each decision every node,
/// and whatever was counted before is counted anew. Tests compare it with `Round`, the benchmark takes its speed as the
/// peer. It explains nothing and estimates nothing.
public final class LinearRound {
    private final Snapshot snapshot;
    private final Standings standings;
    private final Map<JobId, Job> places;
    private final Admission admission;
    private LinearScan scan;
    private final List<Running> running;
    private final List<Running> seated;
    private final Borrowers borrowers;
    private final List<Job> queue;
    private final List<Job> borrowing = new ArrayList<>();
    private final List<Job> unserved = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Cleared> cleared = new ArrayList<>();
    private final List<TakenOff> takenOff = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    /// Quota that is kept for a job of the tenant from an instant on.
    private record Promise(TenantId tenant, long parts, Instant from, boolean interruptible) {}

    /// Who starts where, who reserves what, whose place is cleared by whom, and who waits on, in the order of turns.
    public record Choices(
            List<Placed> placed,
            List<Reservation> reservations,
            List<Job> waiting,
            List<Cleared> cleared,
            List<TakenOff> takenOff) {}

    private LinearRound(Snapshot snapshot) {
        this.snapshot = snapshot;
        standings = new Standings(snapshot);
        admission = new Admission(snapshot.fleet());
        running = new ArrayList<>(snapshot.running());
        seated = new ArrayList<>(snapshot.running());
        borrowers = new Borrowers(snapshot);
        queue = new ArrayList<>(snapshot.waiting());
        places = places(queue, snapshot.at());
        scan = scan();
    }

    public static Choices of(Snapshot snapshot) {
        var round = new LinearRound(snapshot);
        round.serveAll(round::consider);
        round.queue.addAll(round.borrowing);
        round.serveAll(round::lend);
        return new Choices(round.placed, round.reservations, round.waiting, round.cleared, round.takenOff);
    }

    private void serveAll(Consumer<Job> serve) {
        while (!queue.isEmpty()) {
            var next = next();
            queue.remove(next);
            serve.accept(next);
        }
    }

    /// Of each tenant the best job by its projects, then the best tenant.
    private Job next() {
        var best = new HashMap<TenantId, Claim>();
        for (var job : queue) {
            var claim = new Claim(job, place(job), 0, standings.ofProject(job));
            best.merge(job.tenant(), claim, LinearRound::first);
        }
        return best.values().stream()
                .map(claim -> new Claim(
                        claim.job(),
                        claim.place(),
                        standings.ofShare(claim.job().tenant()),
                        0))
                .reduce(LinearRound::first)
                .orElseThrow()
                .job();
    }

    private Job place(Job job) {
        return Objects.requireNonNull(places.get(job.id()));
    }

    /// One job after the other takes the first place that its siblings have left.
    private static Map<JobId, Job> places(List<Job> waiting, Instant now) {
        var taken = new HashMap<JobId, Job>();
        var inTurn = waiting.stream()
                .map(Claim::of)
                .sorted(RuleCatalogue::compare)
                .map(Claim::job)
                .toList();
        var places = new ArrayList<>(inTurn);
        for (var job : ServeCloseDateFirst.RULE.takers(inTurn, now)) {
            var place = places.stream()
                    .filter(other -> areSiblings(job, other))
                    .findFirst()
                    .orElseThrow();
            places.remove(place);
            taken.put(job.id(), place);
        }
        return taken;
    }

    private static boolean areSiblings(Job one, Job other) {
        return one.tenant().equals(other.tenant())
                && one.turn().project().equals(other.turn().project())
                && one.turn().priority() == other.turn().priority();
    }

    private static Claim first(Claim one, Claim other) {
        return RuleCatalogue.compare(one, other) <= 0 ? one : other;
    }

    private void consider(Job job) {
        if (admission.refusal(job).isPresent()) {
            return;
        }
        if (inUse(job, snapshot.at()) + promised(job) + wanted(job) > quota(job)) {
            if (job.interruptible()) {
                borrowing.add(job);
            }
            promiseWhenFree(job);
            waiting.add(job);
            return;
        }
        var placement = scan.place(job, node -> mayUse(job, node));
        if (placement.isPresent()) {
            placed.add(new Placed(job, placement.get()));
            running.add(runs(job, placement.get()));
            seated.add(runs(job, placement.get()));
            standings.claim(job, pool(placement.get()));
            return;
        }
        waiting.add(job);
        var kept = clear(job).or(() -> reserve(job));
        if (kept.isEmpty()) {
            unserved.add(job);
        } else {
            promises.add(promise(job, snapshot.at()));
        }
        standings.claim(job, kept.orElseGet(() -> allowed(job).getFirst()));
    }

    private Running runs(Job job, Placement placement) {
        var runs = new Running(
                job.id(), job.tenant(), placement, endsBy(job), job.turn().project());
        return job.interruptible() ? runs.yielding(Yielding.since(snapshot.at())) : runs;
    }

    private Promise promise(Job job, Instant from) {
        return new Promise(job.tenant(), wanted(job), from, job.interruptible());
    }

    private void lend(Job job) {
        var lenders = allowed(job).stream().filter(this::lends).map(Pool::id).collect(toSet());
        var placement = lenders.isEmpty()
                ? Optional.<Placement>empty()
                : scan.place(job.withWishes(job.wishes().inPools(lenders)), node -> !isReserved(node));
        if (placement.isPresent()) {
            waiting.remove(job);
            placed.add(new Placed(job, placement.get(), true));
            standings.claim(job, pool(placement.get()));
        }
    }

    private boolean lends(Pool pool) {
        return snapshot.lending().pools().contains(pool.id())
                && unserved.stream().noneMatch(job -> RuleCatalogue.admits(job, pool));
    }

    private boolean isReserved(Node node) {
        return reservations.stream()
                .flatMap(made -> made.placement().slices().stream())
                .anyMatch(slice -> slice.node().equals(node.id()));
    }

    /// The pool in which least is lost if those leave who borrow there.
    private Optional<Pool> clear(Job job) {
        Clearing best = null;
        for (var pool : allowed(job)) {
            var leavers = leavers(pool);
            if (leavers.isEmpty()) {
                continue;
            }
            var found = new LinearClearing(usable(pool), pool, leavers, snapshot.at()).of(job.gpus());
            if (found.isPresent()
                    && (best == null || RuleCatalogue.compare(found.get().sacrifice(), best.sacrifice()) < 0)) {
                best = found.get();
            }
        }
        if (best == null
                || takenOff.size() + best.sacrifice().jobs()
                        > snapshot.lending().perRoundMax()) {
            return Optional.empty();
        }
        take(job, best);
        return Optional.of(pool(best.placement()));
    }

    private void take(Job job, Clearing clearing) {
        var toldNow = snapshot.at().plus(snapshot.lending().grace());
        var remainders = clearing.remainders(node -> free(node), toldNow);
        var by = snapshot.at();
        for (var one : clearing.leaving()) {
            seated.remove(one);
            if (!one.isLeaving()) {
                takenOff.add(new TakenOff(one, job.id(), one.gpuMillisAtRisk(snapshot.at())));
            }
            var gone =
                    one.yielding().orElseThrow().leavingBy(toldNow).leavesBy().orElseThrow();
            by = gone.isAfter(by) ? gone : by;
        }
        seated.addAll(remainders);
        seated.add(runs(job, clearing.placement()));
        cleared.add(new Cleared(
                job,
                clearing.placement(),
                clearing.leaving().stream().map(Running::job).toList(),
                by));
        scan = scan();
    }

    private List<Running> leavers(Pool pool) {
        return seated.stream()
                .filter(one -> one.placement().pool().equals(pool.id()))
                .filter(one ->
                        one.isLeaving() || takenOff.size() < snapshot.lending().perRoundMax() && mayTakeOff(one, pool))
                .toList();
    }

    private boolean mayTakeOff(Running one, Pool pool) {
        return snapshot.lending().pools().contains(pool.id())
                && one.yielding()
                        .map(how -> new Candidacy(how, borrowers.isBorrowed(one), snapshot.lending(), snapshot.at()))
                        .filter(RuleCatalogue::mayTakeOff)
                        .isPresent();
    }

    /// Free GPUs of the nodes on which somebody may be seated who has nothing reserved.
    private SequencedMap<NodeId, Integer> usable(Pool pool) {
        var usable = new LinkedHashMap<NodeId, Integer>();
        snapshot.fleet().nodes().stream()
                .filter(node -> node.pool().equals(pool.id()) && node.state() == NodeState.UP && !isReserved(node))
                .forEach(node -> usable.put(node.id(), free(node.id())));
        return usable;
    }

    private int free(NodeId node) {
        var held = seated.stream()
                .flatMap(one -> one.placement().slices().stream())
                .filter(slice -> slice.node().equals(node))
                .mapToInt(Slice::gpus)
                .sum();
        return snapshot.fleet().pools().stream()
                        .filter(pool -> snapshot.fleet().nodes().stream()
                                .anyMatch(one ->
                                        one.id().equals(node) && one.pool().equals(pool.id())))
                        .mapToInt(Pool::piecesPerNode)
                        .sum()
                - held;
    }

    private Optional<Pool> reserve(Job job) {
        return allowed(job).stream()
                .filter(pool -> reservations.stream()
                        .noneMatch(made -> made.placement().pool().equals(pool.id())))
                .flatMap(pool -> earliest(job, pool).stream())
                .min(comparing(Reservation::from))
                .map(made -> {
                    reservations.add(made);
                    return pool(made.placement());
                });
    }

    /// Lets what runs end, one after the other, on a copy of everything.
    private Optional<Reservation> earliest(Job job, Pool pool) {
        var there = job.withWishes(job.wishes().inPools(Set.of(pool.id())));
        var future = scan();
        var ends = seated.stream()
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
        if (promises.stream().noneMatch(made -> concerns(made, job))) {
            Stream.concat(Stream.of(snapshot.at()), running.stream().map(Running::endsBy))
                    .filter(at -> !at.isBefore(snapshot.at()))
                    .sorted()
                    .filter(at -> inUse(job, at) + wanted(job) <= quota(job))
                    .findFirst()
                    .ifPresent(from -> promises.add(promise(job, from)));
        }
    }

    private static boolean concerns(Promise made, Job job) {
        return made.tenant().equals(job.tenant()) && made.interruptible() == job.interruptible();
    }

    private long promised(Job job) {
        return promises.stream()
                .filter(made -> concerns(made, job) && endsBy(job).isAfter(made.from()))
                .mapToLong(Promise::parts)
                .sum();
    }

    /// Parts of GPUs of jobs that end later than an instant; now, of all that run and did not borrow. A job that runs
    /// to its end
    /// counts its like only.
    private long inUse(Job job, Instant at) {
        return running.stream()
                .filter(one -> one.tenant().equals(job.tenant()))
                .filter(one -> job.interruptible() || one.yielding().isEmpty())
                .filter(one -> at.equals(snapshot.at())
                        ? !borrowers.isBorrowed(one)
                        : one.endsBy().isAfter(at))
                .mapToLong(one -> one.placement().amount().parts())
                .sum();
    }

    private long quota(Job job) {
        return (long) GpuAmount.PARTS_PER_GPU * snapshot.quotas().of(job.tenant());
    }

    /// All quotas are counted in the smallest parts of a GPU; before a place is found, with the largest that it may be.
    private long wanted(Job job) {
        return allowed(job).stream()
                .mapToLong(pool ->
                        job.gpus() * (GpuAmount.PARTS_PER_GPU / pool.share().perGpu()))
                .max()
                .orElseThrow();
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
        seated.forEach(one -> copy.load(one.placement()));
        return copy;
    }
}
