// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Takes the place that leaves the fewest free GPUs on its last node, so that empty nodes stay whole.
///
/// before: pool-a [........]  pool-b [####....]   job wants 4
/// after:  pool-a [........]  pool-b [########]
public final class PreferTightestFit implements PlacementRule {
    @Override
    public int compare(Job job, Candidate first, Candidate second) {
        return Integer.compare(first.leftover(), second.leftover());
    }
}
