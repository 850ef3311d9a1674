// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Refused;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
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
    private final List<Placed> placed = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private Round(Snapshot snapshot) {
        this.snapshot = snapshot;
        quotaUse = new QuotaUse(snapshot);
        boards = new Boards(snapshot);
        admission = new Admission(snapshot.fleet());
    }

    public static RoundResult of(Snapshot snapshot) {
        var round = new Round(snapshot);
        snapshot.waiting().stream().sorted(RuleCatalogue.turns()).forEach(round::consider);
        return round.result();
    }

    private void consider(Job job) {
        var refusal = admission.refusal(job);
        if (refusal.isPresent()) {
            refused.add(new Refused(job, refusal.get()));
        } else if (quotaUse.holdsBack(job)) {
            quotaUse.promiseWhenFree(job);
            waiting.add(job);
        } else {
            placeOrReserve(job);
        }
    }

    private void placeOrReserve(Job job) {
        var placement = boards.place(job);
        if (placement.isPresent()) {
            quotaUse.start(job);
            placed.add(new Placed(job, placement.get()));
        } else {
            boards.reserve(job).ifPresent(reservation -> quotaUse.promise(job, reservation.from()));
            waiting.add(job);
        }
    }

    private RoundResult result() {
        FleetMirror.check(snapshot, placed);
        var answers = new Explanation(snapshot, placed, quotaUse, boards).of(waiting);
        return new RoundResult(List.copyOf(placed), answers, List.copyOf(refused), boards.reservations());
    }
}
