// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.index.PoolTimeline;
import io.atrium.engine.scheduler.index.PoolTimeline.Fit;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartEstimate.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Estimates when waiting jobs start, from declared limits alone.
///
/// Latest: every job uses its whole limit and jobs start strictly in turn (no backfilling), within their quotas.
/// Earliest: running jobs use only [#OPTIMISTIC_PERCENT] of what is left to them and nobody is ahead. The share is an
/// assumption, not a measurement; until run times are learned, the range is wide on purpose.
final class StartPlan {
    static final int OPTIMISTIC_PERCENT = 25;

    private final Snapshot snapshot;
    private final Boards boards;
    private final QuotaPlan sureQuota;
    private final QuotaPlan hopedQuota;
    private final Map<Board, PoolTimeline> sure = new HashMap<>();
    private final Map<Board, PoolTimeline> hoped = new HashMap<>();

    private record Found(Board board, Fit fit) {}

    StartPlan(Snapshot snapshot, Iterable<Placed> placed, Boards boards) {
        this.snapshot = snapshot;
        this.boards = boards;
        sureQuota = new QuotaPlan(snapshot.quotas(), snapshot.at());
        hopedQuota = new QuotaPlan(snapshot.quotas(), snapshot.at());
        snapshot.running().forEach(job -> {
            sureQuota.use(job.tenant(), job.placement().gpus(), job.endsBy());
            hopedQuota.use(job.tenant(), job.placement().gpus(), hoped(job.endsBy()));
        });
        placed.forEach(started -> {
            var job = started.job();
            var endsBy = snapshot.at().plus(job.timeLimit());
            sureQuota.use(job.tenant(), job.gpus(), endsBy);
            hopedQuota.use(job.tenant(), job.gpus(), hoped(endsBy));
        });
    }

    /// The estimate of the next waiting job; ask in the order of turns.
    StartEstimate next(Job job) {
        var allowedFrom = sureQuota.earliest(job);
        if (allowedFrom.isEmpty()) {
            return new StartEstimate.Unknown(Why.LARGER_THAN_QUOTA);
        }
        var found = earliest(job, allowedFrom.get(), this::sureTimeline);
        if (found.isEmpty()) {
            return new StartEstimate.Unknown(Why.NODES_UNAVAILABLE);
        }
        var latest = found.get().fit().at();
        var end = latest.plus(job.timeLimit());
        sureQuota.use(job.tenant(), job.gpus(), end);
        if (allowedFrom.get().equals(snapshot.at())) {
            sureTimeline(found.get().board()).commit(found.get().fit(), end);
        }
        return range(job, latest);
    }

    private StartEstimate range(Job job, Instant latest) {
        if (latest.isAfter(snapshot.at().plus(Limits.ESTIMATE_HORIZON))) {
            return new StartEstimate.Unknown(Why.BEYOND_HORIZON);
        }
        var earliest = hopedQuota
                .earliest(job)
                .flatMap(from -> earliest(job, from, this::hopedTimeline))
                .map(found -> found.fit().at())
                .filter(at -> at.isBefore(latest))
                .orElse(latest);
        return new StartEstimate.Between(earliest, latest);
    }

    private interface Timelines {
        PoolTimeline of(Board board);
    }

    private Optional<Found> earliest(Job job, Instant notBefore, Timelines timelines) {
        return boards.allowed(job).stream()
                .flatMap(board -> timelines.of(board).earliest(job.gpus(), notBefore).stream()
                        .map(fit -> new Found(board, fit)))
                .min(comparing(found -> found.fit().at()));
    }

    private PoolTimeline sureTimeline(Board board) {
        return sure.computeIfAbsent(board, _ -> new PoolTimeline(board.open(), board.releases(), snapshot.at()));
    }

    private PoolTimeline hopedTimeline(Board board) {
        return hoped.computeIfAbsent(board, _ -> {
            var releases = board.releases().stream()
                    .map(release -> new PoolTimeline.Release(hoped(release.at()), release.placement()))
                    .toList();
            return new PoolTimeline(board.open(), releases, snapshot.at());
        });
    }

    private Instant hoped(Instant endsBy) {
        var left = Duration.between(snapshot.at(), endsBy);
        return left.isPositive()
                ? snapshot.at().plus(left.multipliedBy(OPTIMISTIC_PERCENT).dividedBy(100))
                : snapshot.at();
    }
}
