// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Cleared;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.TakeOffFewPerRound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was lent and is asked back in a round (归还): for jobs within their quotas, at the least loss.
///
/// A job whose place is being given back keeps it on paper until the others are gone; the next rounds find the same
/// place, since who was told to stop costs nothing more.
final class Reclaim {
    private final Snapshot snapshot;
    private final Borrowers borrowers;
    private final Instant toldNow;
    private final Set<Running> spokenFor = new HashSet<>();
    private final List<Running> remainders = new ArrayList<>();
    private final List<TakenOff> takenOff = new ArrayList<>();
    private final Map<JobId, Cleared> cleared = new HashMap<>();
    private final List<Cleared> inTurn = new ArrayList<>();

    private record Found(Board board, Clearing clearing) {}

    Reclaim(Snapshot snapshot, Borrowers borrowers) {
        this.snapshot = snapshot;
        this.borrowers = borrowers;
        toldNow = snapshot.at().plus(snapshot.lending().grace());
    }

    /// Clears the best place for the job, if any can be cleared.
    Optional<Cleared> clear(Queued queued) {
        if (borrowers.areNone()) {
            return Optional.empty();
        }
        Found best = null;
        for (var board : queued.allowed()) {
            var pool = board.pool().id();
            if (borrowers.areIn(pool)) {
                var clearing = board.clearing(queued.job().gpus(), () -> candidates(pool));
                best = better(best, board, clearing);
            }
        }
        return best == null || !allows(best.clearing()) ? Optional.empty() : Optional.of(take(queued, best));
    }

    private static @Nullable Found better(@Nullable Found best, Board board, Optional<Clearing> clearing) {
        return clearing.filter(found -> best == null || isBetter(found, best.clearing()))
                .map(found -> new Found(board, found))
                .orElse(best);
    }

    private static boolean isBetter(Clearing one, Clearing other) {
        return RuleCatalogue.compare(one.sacrifice(), other.sacrifice()) < 0;
    }

    private boolean allows(Clearing clearing) {
        return TakeOffFewPerRound.RULE.allows(
                takenOff.size(), clearing.sacrifice().jobs(), snapshot.lending());
    }

    private List<Running> candidates(PoolId pool) {
        var candidates = new ArrayList<>(borrowers.leaving(pool));
        remainders.stream().filter(rest -> rest.placement().pool().equals(pool)).forEach(candidates::add);
        if (TakeOffFewPerRound.RULE.allows(takenOff.size(), 1, snapshot.lending())) {
            candidates.addAll(borrowers.mayLeave(pool));
        }
        candidates.removeIf(spokenFor::contains);
        return candidates;
    }

    private Cleared take(Queued queued, Found found) {
        var job = queued.job();
        var clearing = found.clearing();
        remainders.addAll(found.board().clear(queued, clearing, toldNow));
        spokenFor.addAll(clearing.leaving());
        clearing.leaving().stream()
                .filter(one -> !one.isLeaving())
                .forEach(one -> takenOff.add(new TakenOff(one, job.id(), one.gpuMillisAtRisk(snapshot.at()))));
        var place = new Cleared(
                job,
                clearing.placement(),
                clearing.leaving().stream().map(Running::job).toList(),
                goneBy(clearing));
        cleared.put(job.id(), place);
        inTurn.add(place);
        return place;
    }

    private Instant goneBy(Clearing clearing) {
        return clearing.leaving().stream()
                .map(one -> one.yielding().flatMap(how -> how.leavesBy()).orElse(toldNow))
                .reduce(snapshot.at(), (one, other) -> one.isAfter(other) ? one : other);
    }

    List<Cleared> cleared() {
        return List.copyOf(inTurn);
    }

    List<TakenOff> takenOff() {
        return List.copyOf(takenOff);
    }

    /// The reason to tell to a job whose place is being given back.
    Optional<Reason.PlaceBeingCleared> reason(Job job) {
        return Optional.ofNullable(cleared.get(job.id()))
                .map(place -> new Reason.PlaceBeingCleared(
                        place.placement().pool(), place.leaving().size(), place.by()));
    }
}
