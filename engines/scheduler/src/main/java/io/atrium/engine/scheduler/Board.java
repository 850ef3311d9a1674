// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.index.PoolIndex;
import io.atrium.engine.scheduler.index.PoolTimeline;
import io.atrium.engine.scheduler.index.PoolTimeline.Release;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.rule.BackfillOnlyBeforeReservation;
import io.atrium.engine.scheduler.rule.PoolView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One pool during a round, seen three ways: as it is, without the reserved nodes, and as if nothing were in
/// maintenance. What is placed is booked in all three.
final class Board {
    private final Instant now;
    private final PoolIndex open;
    private final PoolIndex healthy;
    private final List<Release> releases = new ArrayList<>();
    private PoolIndex spared;
    private @Nullable Reservation reservation;

    Board(Pool pool, List<Node> nodes, Instant now) {
        this.now = now;
        open = PoolIndex.of(pool, nodes);
        healthy = PoolIndex.asIfHealthy(pool, nodes);
        spared = open;
    }

    Pool pool() {
        return open.pool();
    }

    Optional<Reservation> reservation() {
        return Optional.ofNullable(reservation);
    }

    /// The part of the pool that a job may use.
    PoolIndex indexFor(Job job) {
        return BackfillOnlyBeforeReservation.RULE.mayUseReservedNodes(job, now, reservation()) ? open : spared;
    }

    Placement start(Job job) {
        var placement = indexFor(job).choose(job.gpus());
        load(placement, now.plus(job.timeLimit()));
        return placement;
    }

    void load(Placement placement, Instant endsBy) {
        open.load(placement);
        healthy.load(placement);
        if (spared != open) {
            spared.load(placement);
        }
        releases.add(new Release(endsBy, placement));
    }

    /// True if the gang will fit some day on the nodes that take jobs, and nobody has reserved here yet.
    boolean canReserve(Job job) {
        return reservation == null && job.gpus() <= gpusOffered();
    }

    PoolTimeline.Fit earliest(Job job) {
        return new PoolTimeline(open, releases, now).earliest(job.gpus(), now).orElseThrow();
    }

    void reserve(Reservation made) {
        reservation = made;
        spared = open.copy();
        spared.withhold(made.placement());
    }

    List<Release> releases() {
        return releases;
    }

    PoolIndex open() {
        return open;
    }

    PoolView view() {
        return new PoolView(
                pool(),
                open.freeGpus(),
                open.largestFit(),
                spared.largestFit(),
                healthy.largestFit(),
                open.gpusNotOffered(),
                reservation());
    }

    private int gpusOffered() {
        return healthy.nodes() * pool().gpusPerNode() - open.gpusNotOffered();
    }
}
