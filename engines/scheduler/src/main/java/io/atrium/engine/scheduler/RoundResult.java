// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartNews;
import java.util.List;
import java.util.Optional;

/// What a round decides: every waiting job of the snapshot is in exactly one of the first three lists, each in the
/// order of turns.
///
/// @param reservations at most one per pool, in the order in which they were made; the first belongs to the head
/// @param news what is to be added to the experience with start estimates
public record RoundResult(
        List<Placed> placed,
        List<Waiting> waiting,
        List<Refused> refused,
        List<Reservation> reservations,
        StartNews news) {

    /// Starts now.
    public record Placed(Job job, Placement placement) {}

    /// Waits on. The reasons are never empty and the first is the one to tell; the position counts from 1.
    ///
    /// @param standing where its tenant stood against its share when its turn came; empty where there are no shares
    public record Waiting(
            Job job,
            int position,
            List<Reason> reasons,
            List<Remedy> remedies,
            StartEstimate start,
            Optional<Standing> standing) {}

    /// Could never start on this fleet.
    public record Refused(Job job, Refusal refusal) {}
}
