// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a round decides: every waiting job of the snapshot is in exactly one of the first three lists, each in the
/// order of turns; those that start on borrowed GPUs stand behind the others that start.
///
/// @param reservations at most one per pool, in the order in which they were made; the first belongs to the head
/// @param cleared waiting jobs whose place is being given back, in the order of turns
/// @param takenOff running jobs that are told to stop for them
/// @param news what is to be added to the experience with start estimates
public record RoundResult(
        List<Placed> placed,
        List<Waiting> waiting,
        List<Refused> refused,
        List<Reservation> reservations,
        List<Cleared> cleared,
        List<TakenOff> takenOff,
        StartNews news) {

    /// Starts now.
    ///
    /// @param borrows beyond its tenant's quota, on GPUs that are idle
    public record Placed(Job job, Placement placement, boolean borrows) {
        public Placed(Job job, Placement placement) {
            this(job, placement, false);
        }
    }

    /// Waits on, and will start when others have left its place.
    ///
    /// @param leaving who is told to stop for it, or was
    /// @param by when they will be gone
    public record Cleared(Job job, Placement placement, List<JobId> leaving, Instant by) {
        public Cleared {
            leaving = List.copyOf(leaving);
        }
    }

    /// Is told to stop, gives its GPUs back and waits again (归还).
    ///
    /// @param gpuMillisLost GPU time whose work has to be done again, as far as is known
    public record TakenOff(Running job, JobId beneficiary, long gpuMillisLost) {}

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
