// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Reservation;
import java.util.List;

/// Ends what is told to the first job of the queue when its reservation begins: nobody delays it there. Others may be
/// delayed by jobs that pass them, so the plan's end is no end for them.
///
/// before: first in turn, reserved from 10:40, learned [10:10 .. 11:20]
/// after:  [10:10 .. 10:40]
public final class EndAtTheFirstReservation implements EstimateRule {
    public static final EndAtTheFirstReservation RULE = new EndAtTheFirstReservation();

    /// @param reservations in the order in which they were made
    public LikelyStart ended(LikelyStart start, Job job, List<Reservation> reservations) {
        return !reservations.isEmpty() && reservations.getFirst().job().equals(job.id())
                ? start.by(reservations.getFirst().from())
                : start;
    }
}
