// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A waiting job whose turn has come, with what is asked of it again and again during a round.
///
/// @param turn counts from 1, those that start or are refused included
/// @param allowed the pools that its wishes allow, in the order of their ids
/// @param endsBy when its limit ends if it starts now
record Queued(Job job, int turn, List<Board> allowed, Instant endsBy, Standings.Seen seen) {

    /// Where its tenant stood when its turn came, and whether somebody who came later went first.
    Optional<Standing> standing() {
        return Optional.ofNullable(seen.standing());
    }
}
