// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Reservation;
import java.time.Instant;
import java.util.Optional;

/// A pool as one waiting job sees it at the end of a round.
///
/// A gang of any size up to a "largest" fits: whole nodes first, the rest on one more node.
///
/// @param free GPUs free on nodes that take jobs
/// @param largestOpen the largest gang that would fit now, reservations left aside
/// @param largestSpared the same without the reserved nodes
/// @param largestHealthy the same as `largestOpen` if nodes in maintenance or drain took jobs too
/// @param lends what is idle in it may be borrowed beyond quotas
public record PoolView(
        Pool pool,
        int free,
        int largestOpen,
        int largestSpared,
        int largestHealthy,
        int gpusUnavailable,
        Optional<Reservation> reservation,
        boolean lends) {

    /// One that lends nothing.
    public PoolView(
            Pool pool,
            int free,
            int largestOpen,
            int largestSpared,
            int largestHealthy,
            int gpusUnavailable,
            Optional<Reservation> reservation) {
        this(pool, free, largestOpen, largestSpared, largestHealthy, gpusUnavailable, reservation, false);
    }

    /// The largest gang that a job could start with now whose limit ends at an instant.
    public int largestFor(Instant endsBy) {
        return BackfillOnlyBeforeReservation.RULE.mayUseReservedNodes(endsBy, reservation.orElse(null))
                ? largestOpen
                : largestSpared;
    }
}
