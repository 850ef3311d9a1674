// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.index.PoolTimeline;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartEstimate.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Estimates when waiting jobs start, from declared limits alone.
///
/// Latest: every job uses its whole limit and jobs start strictly in turn (no backfilling), within their quotas.
/// Earliest: running jobs use only [#OPTIMISTIC_PERCENT] of what is left to them and nobody is ahead. The share is an
/// assumption, not a measurement, and the range is wide on purpose.
final class StartPlan {
    static final int OPTIMISTIC_PERCENT = 25;

    private final Snapshot snapshot;
    private final QuotaPlan sureQuota;
    private final QuotaPlan hopedQuota;
    private final @Nullable PoolTimeline[] sure;
    private final @Nullable PoolTimeline[] hoped;

    StartPlan(Snapshot snapshot, Iterable<Placed> placed) {
        this.snapshot = snapshot;
        sure = new PoolTimeline[snapshot.fleet().pools().size()];
        hoped = new PoolTimeline[sure.length];
        sureQuota = new QuotaPlan(snapshot.quotas(), snapshot.at());
        hopedQuota = new QuotaPlan(snapshot.quotas(), snapshot.at());
        snapshot.running().forEach(job -> {
            sureQuota.use(job.tenant(), job.placement().amount(), job.endsBy());
            hopedQuota.use(job.tenant(), job.placement().amount(), hoped(job.endsBy()));
        });
        placed.forEach(started -> {
            var job = started.job();
            var endsBy = snapshot.at().plus(job.timeLimit());
            sureQuota.use(job.tenant(), started.placement().amount(), endsBy);
            hopedQuota.use(job.tenant(), started.placement().amount(), hoped(endsBy));
        });
    }

    /// The range of the next waiting job, however far away; ask in the order of turns.
    StartEstimate next(Queued queued) {
        var job = queued.job();
        var allowedFrom = sureQuota.earliest(job.tenant(), queued.wanted());
        if (allowedFrom.isEmpty()) {
            return new StartEstimate.Unknown(Why.LARGER_THAN_QUOTA);
        }
        var first = first(queued, this::sureTimeline);
        if (first == null) {
            return new StartEstimate.Unknown(Why.NODES_UNAVAILABLE);
        }
        var latest = later(first.at(job.gpus()), allowedFrom.get());
        var end = latest.plus(job.timeLimit());
        sureQuota.use(job.tenant(), queued.wanted(), end);
        if (allowedFrom.get().equals(snapshot.at())) {
            first.commit(job.gpus(), latest, end);
        }
        return new StartEstimate.Between(earliest(queued, latest), latest);
    }

    private Instant earliest(Queued queued, Instant latest) {
        var job = queued.job();
        var from = hopedQuota.earliest(job.tenant(), queued.wanted());
        var first = first(queued, this::hopedTimeline);
        if (from.isEmpty() || first == null) {
            return latest;
        }
        var at = later(first.at(job.gpus()), from.get());
        return at.isBefore(latest) ? at : latest;
    }

    /// The pool in which the gang fits first, the first by id of those that are equally early; null if it never fits.
    private static @Nullable PoolTimeline first(Queued queued, Function<Board, PoolTimeline> timelines) {
        var gpus = queued.job().gpus();
        while (true) {
            var best = lowest(queued.allowed(), gpus, timelines);
            if (best == null || best.isExact(gpus)) {
                return best;
            }
            best.at(gpus);
        }
    }

    private static @Nullable PoolTimeline lowest(
            List<Board> boards, int gpus, Function<Board, PoolTimeline> timelines) {
        PoolTimeline best = null;
        var lowest = PoolTimeline.NEVER;
        for (var board : boards) {
            var timeline = timelines.apply(board);
            var bound = timeline.bound(gpus);
            if (bound.isBefore(lowest)) {
                best = timeline;
                lowest = bound;
            }
        }
        return best;
    }

    private PoolTimeline sureTimeline(Board board) {
        var known = sure[board.number()];
        if (known == null) {
            known = board.timeline();
            sure[board.number()] = known;
        }
        return known;
    }

    private PoolTimeline hopedTimeline(Board board) {
        var known = hoped[board.number()];
        if (known == null) {
            var releases = board.releases().stream()
                    .map(release -> new PoolTimeline.Release(hoped(release.at()), release.placement()))
                    .toList();
            known = new PoolTimeline(board.open(), releases, snapshot.at());
            hoped[board.number()] = known;
        }
        return known;
    }

    private Instant hoped(Instant endsBy) {
        var left = Duration.between(snapshot.at(), endsBy);
        return left.isPositive()
                ? snapshot.at().plus(left.multipliedBy(OPTIMISTIC_PERCENT).dividedBy(100))
                : snapshot.at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
