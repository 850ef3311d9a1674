// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Refused;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// Round (调度轮次): one pass over all waiting jobs, in the order of their turns.
///
/// Each job is refused for ever, held back by its tenant's quota, placed, or blocked. A blocked job reserves the pool
/// that will be free for it first, unless every allowed pool is reserved already; later jobs may pass it wherever they
/// do not delay a reservation. So no job waits for ever behind smaller ones, and no GPU idles for a job that cannot
/// use it yet (EASY backfilling, with one reservation per pool instead of one in all).
///
/// A pure function: the same snapshot, in whatever order its lists come, gives the same result.
public final class Round {
    private final Snapshot snapshot;
    private final QuotaUse quotaUse;
    private final Boards boards;
    private final Admission admission;
    private final Standings standings;
    private final Overtaking overtaking = new Overtaking();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Queued> waiting = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private int turns;

    private Round(Snapshot snapshot) {
        this.snapshot = snapshot;
        quotaUse = new QuotaUse(snapshot);
        boards = new Boards(snapshot);
        admission = new Admission(snapshot.fleet());
        standings = new Standings(snapshot);
    }

    public static RoundResult of(Snapshot snapshot) {
        var round = new Round(snapshot);
        new Turns(snapshot, round.standings).forEach(round::consider);
        return round.result();
    }

    private void consider(Job job) {
        var refusal = admission.refusal(job);
        if (refusal.isPresent()) {
            refused.add(new Refused(job, refusal.get()));
            return;
        }
        var queued = queued(job);
        if (quotaUse.holdsBack(queued)) {
            quotaUse.promiseWhenFree(queued);
            waiting.add(queued);
        } else {
            overtaking.goes(job);
            standings.claim(job, placeOrReserve(queued));
        }
    }

    private Queued queued(Job job) {
        var seen = new Standings.Seen(standings.of(job.tenant()), overtaking.isOvertaken(job));
        return new Queued(job, ++turns, boards.allowed(job), snapshot.at().plus(job.timeLimit()), seen);
    }

    /// Gives the pool whose GPUs the job claims: where it starts, or will start, or the first that it would take.
    private Pool placeOrReserve(Queued queued) {
        var placement = boards.place(queued);
        if (placement.isPresent()) {
            quotaUse.start(queued);
            placed.add(new Placed(queued.job(), placement.get()));
            return boards.board(placement.get().pool()).pool();
        }
        waiting.add(queued);
        var reservation = boards.reserve(queued);
        // The quota from now on, not from then: held back by its own tenant's short job it would lose its nodes.
        reservation.ifPresent(_ -> quotaUse.promise(queued, snapshot.at()));
        return reservation
                .map(made -> boards.board(made.placement().pool()).pool())
                .orElseGet(() -> queued.allowed().getFirst().pool());
    }

    private RoundResult result() {
        FleetMirror.check(snapshot, placed);
        var explanation = new Explanation(snapshot, placed, quotaUse, boards);
        var answers = explanation.of(waiting);
        return new RoundResult(
                List.copyOf(placed), answers, List.copyOf(refused), boards.reservations(), explanation.news());
    }
}
