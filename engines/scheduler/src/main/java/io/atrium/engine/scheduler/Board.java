// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.index.PoolIndex;
import io.atrium.engine.scheduler.index.PoolTimeline;
import io.atrium.engine.scheduler.index.PoolTimeline.Release;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.rule.BackfillOnlyBeforeReservation;
import io.atrium.engine.scheduler.rule.LendOnlyWhatNobodyWaitsFor;
import io.atrium.engine.scheduler.rule.PoolView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One pool during a round, seen three ways: as it is, without the reserved nodes, and as if nothing were in
/// maintenance. What is placed is booked in all three.
final class Board {
    private final int number;
    private final Instant now;
    private final PoolIndex open;
    private final PoolIndex healthy;
    private final List<Release> releases = new ArrayList<>();
    private PoolIndex spared;
    private @Nullable Reservation reservation;
    private @Nullable PoolIndex allGone;
    private boolean canGiveBack;
    private boolean isWaitedFor;
    private int jobsAhead;
    private GpuAmount gpusAhead = GpuAmount.ZERO;

    Board(int number, Pool pool, List<Node> nodes, Instant now) {
        this.number = number;
        this.now = now;
        open = PoolIndex.of(pool, nodes);
        healthy = PoolIndex.asIfHealthy(pool, nodes);
        spared = open;
    }

    /// Its place among the pools by id, from 0.
    int number() {
        return number;
    }

    Pool pool() {
        return open.pool();
    }

    /// The part of the pool that a job may use whose limit ends at an instant.
    PoolIndex indexFor(Instant endsBy) {
        return BackfillOnlyBeforeReservation.RULE.mayUseReservedNodes(endsBy, reservation) ? open : spared;
    }

    Placement start(Queued queued) {
        var placement = indexFor(queued.endsBy()).choose(queued.job().gpus());
        load(placement, queued.endsBy());
        return placement;
    }

    /// Starts a job on GPUs that are idle and not reserved, whenever its limit ends.
    Placement lend(Queued queued) {
        var placement = spared.choose(queued.job().gpus());
        load(placement, queued.endsBy());
        return placement;
    }

    /// Its engine can interrupt a run and go on with it later.
    void canGiveBack() {
        canGiveBack = true;
    }

    /// A job within its quota waits for this pool and has nothing reserved.
    void isWaitedFor() {
        isWaitedFor = true;
    }

    boolean lends() {
        return LendOnlyWhatNobodyWaitsFor.RULE.lends(canGiveBack, isWaitedFor);
    }

    /// The best way of making room for a gang, if there is one, on nodes that are not reserved.
    Optional<Clearing> clearing(int gpus, Supplier<List<Running>> candidates) {
        return couldFit(gpus, candidates)
                ? new ClearingSearch(spared, candidates.get(), now).of(gpus)
                : Optional.empty();
    }

    /// False if a gang would not fit even if all of them were gone; they may be fewer by now than when this was
    /// counted.
    private boolean couldFit(int gpus, Supplier<List<Running>> candidates) {
        if (allGone == null) {
            allGone = spared.copy();
            candidates.get().stream().map(Running::placement).forEach(allGone::release);
        }
        return allGone.leftover(gpus) != PoolIndex.NO_FIT;
    }

    /// Lets a gang have its place, as if those were gone who have to leave it; gives what they hold beside it until
    /// then.
    List<Running> clear(Queued queued, Clearing clearing, Instant toldNow) {
        var remainders = clearing.remainders(node -> open.free(open.number(node)), toldNow);
        for (var job : clearing.leaving()) {
            open.release(job.placement());
            healthy.release(job.placement());
            if (spared != open) {
                spared.release(job.placement());
            }
            releases.remove(new Release(job.endsBy(), job.placement()));
        }
        load(clearing.placement(), queued.endsBy());
        remainders.forEach(rest -> load(rest.placement(), rest.endsBy()));
        allGone = null;
        return remainders;
    }

    void load(Placement placement, Instant endsBy) {
        open.load(placement);
        healthy.load(placement);
        if (spared != open) {
            spared.load(placement);
        }
        if (allGone != null) {
            allGone.load(placement);
        }
        releases.add(new Release(endsBy, placement));
    }

    /// True if the gang will fit some day on the nodes that take jobs, and nobody has reserved here yet.
    boolean canReserve(Job job) {
        return reservation == null && job.gpus() <= gpusOffered();
    }

    PoolTimeline.Fit earliest(Job job) {
        return timeline().earliest(job.gpus(), now).orElseThrow();
    }

    void reserve(Reservation made) {
        reservation = made;
        spared = open.copy();
        spared.withhold(made.placement());
        allGone = null;
    }

    /// The future of the pool if whatever runs, or starts in this round, uses its whole limit.
    PoolTimeline timeline() {
        return new PoolTimeline(open, releases, now);
    }

    List<Release> releases() {
        return releases;
    }

    PoolIndex spared() {
        return spared;
    }

    PoolIndex open() {
        return open;
    }

    /// Counts a job that waits for this pool, with others before it.
    void queue(Job job) {
        jobsAhead++;
        gpusAhead = gpusAhead.plus(job.amountIn(pool()));
    }

    int jobsAhead() {
        return jobsAhead;
    }

    GpuAmount gpusAhead() {
        return gpusAhead;
    }

    PoolView view() {
        return new PoolView(
                pool(),
                open.freeGpus(),
                open.largestFit(),
                spared.largestFit(),
                healthy.largestFit(),
                open.gpusNotOffered(),
                Optional.ofNullable(reservation),
                lends());
    }

    private int gpusOffered() {
        return healthy.nodes() * pool().piecesPerNode() - open.gpusNotOffered();
    }
}
