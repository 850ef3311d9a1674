// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A waiting job whose turn has come, with what is asked of it again and again during a round.
///
/// @param turn counts from 1, those that start included
/// @param allowed the pools that its wishes allow, in the order of their ids
/// @param wanted what it counts against its tenant's quota
/// @param endsBy when its limit ends if it starts now
/// @param seen where its tenant stood when its turn came, and whether somebody who came later went first
record Queued(Job job, int turn, List<Board> allowed, GpuAmount wanted, Instant endsBy, Standings.Seen seen) {

    /// Empty where there are no shares.
    Optional<Standing> standing() {
        return Optional.ofNullable(seen.standing());
    }
}
