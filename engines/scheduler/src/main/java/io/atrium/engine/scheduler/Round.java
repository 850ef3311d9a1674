// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Cleared;
import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Refused;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.rule.BorrowOnlyIfInterruptible;
import io.atrium.engine.scheduler.rule.HoldBackOverQuota;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Round (调度轮次): one pass over all waiting jobs, in the order of their turns.
///
/// Each job is refused for ever, held back by its tenant's quota, placed, or blocked. A blocked job reserves the pool
/// that will be free for it first, unless every allowed pool is reserved already; later jobs may pass it wherever they
/// do not delay a reservation. So no job waits for ever behind smaller ones, and no GPU idles for a job that cannot
/// use it yet (EASY backfilling, with one reservation per pool instead of one in all).
///
/// What is idle after that is lent to interruptible jobs beyond their tenants' quotas, and asked back when a job within
/// its quota cannot be placed otherwise.
///
/// A pure function: the same snapshot, in whatever order its lists come, gives the same result.
public final class Round {
    private final Snapshot snapshot;
    private final QuotaUse quotaUse;
    private final Boards boards;
    private final Admission admission;
    private final Standings standings;
    private final Places places;
    private final Overtaking overtaking = new Overtaking();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Queued> waiting = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Reclaim reclaim;
    private final Map<JobId, Queued> borrowing = new LinkedHashMap<>();
    private final Set<JobId> lent = new HashSet<>();
    private int turns;

    private Round(Snapshot snapshot) {
        this.snapshot = snapshot;
        var borrowers = new Borrowers(snapshot);
        quotaUse = new QuotaUse(snapshot, borrowers);
        reclaim = new Reclaim(snapshot, borrowers);
        boards = new Boards(snapshot);
        admission = new Admission(snapshot.fleet());
        standings = new Standings(snapshot);
        places = new Places(snapshot);
    }

    public static RoundResult of(Snapshot snapshot) {
        var round = new Round(snapshot);
        new Turns(snapshot.waiting(), round.standings, round.places).forEach(round::consider);
        round.lendWhatIsIdle();
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
            if (BorrowOnlyIfInterruptible.RULE.mayBorrow(job)) {
                borrowing.put(job.id(), queued);
            }
            quotaUse.promiseWhenFree(queued);
            waiting.add(queued);
        } else {
            overtaking.goes(places.of(job));
            standings.claim(job, placeOrReserve(queued));
        }
    }

    private Queued queued(Job job) {
        var seen = new Standings.Seen(standings.of(job.tenant()), overtaking.isOvertaken(places.of(job)));
        var allowed = boards.allowed(job);
        var wanted = HoldBackOverQuota.RULE.wanted(job, allowed.stream().map(Board::pool));
        return new Queued(job, ++turns, allowed, wanted, snapshot.at().plus(job.timeLimit()), seen);
    }

    /// Gives the pool whose GPUs the job claims: where it starts, or will start, or the first that it would take.
    private Pool placeOrReserve(Queued queued) {
        var placement = boards.place(queued);
        if (placement.isPresent()) {
            quotaUse.start(queued, placement.get().amount());
            placed.add(new Placed(queued.job(), placement.get()));
            return boards.board(placement.get().pool()).pool();
        }
        waiting.add(queued);
        var kept = reclaim.clear(queued)
                .map(Cleared::placement)
                .or(() -> boards.reserve(queued).map(Reservation::placement));
        if (kept.isEmpty()) {
            queued.allowed().forEach(Board::isWaitedFor);
            return queued.allowed().getFirst().pool();
        }
        // The quota from now on, not from then: held back by its own tenant's short job it would lose its nodes.
        quotaUse.promise(queued, snapshot.at());
        return boards.board(kept.get().pool()).pool();
    }

    /// In the order of turns anew: by now it is known what everybody within quota claims.
    private void lendWhatIsIdle() {
        var asking = borrowing.values().stream().map(Queued::job).toList();
        new Turns(asking, standings, places).forEach(this::lend);
        waiting.removeIf(queued -> lent.contains(queued.job().id()));
    }

    private void lend(Job job) {
        boards.borrow(Objects.requireNonNull(borrowing.get(job.id()))).ifPresent(placement -> {
            lent.add(job.id());
            placed.add(new Placed(job, placement, true));
            standings.claim(job, boards.board(placement.pool()).pool());
        });
    }

    private RoundResult result() {
        FleetMirror.check(snapshot, placed, reclaim.cleared());
        var explanation = new Explanation(snapshot, placed, quotaUse, boards, reclaim);
        var answers = explanation.of(waiting);
        return new RoundResult(
                List.copyOf(placed),
                answers,
                List.copyOf(refused),
                boards.reservations(),
                reclaim.cleared(),
                reclaim.takenOff(),
                explanation.news());
    }
}
