// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Breaks the last tie between pools by id. (Within a pool the index takes the first node by id.)
///
/// before: pool-a [........]  pool-b [........]   same price, same fit
/// after:  pool-a [####....]  pool-b [........]
public final class PreferFirstPool implements PlacementRule {
    @Override
    public int compare(Job job, Candidate first, Candidate second) {
        return first.pool().id().compareTo(second.pool().id());
    }
}
