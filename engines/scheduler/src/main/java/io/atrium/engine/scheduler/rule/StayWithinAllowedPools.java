// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job that lists pools within those pools.
///
/// before: pool-a [........]  pool-b [........]   job allows pool-b
/// after:  pool-a [........]  pool-b [####....]
public final class StayWithinAllowedPools implements PoolRule {
    @Override
    public boolean admits(Job job, Pool pool) {
        var allowed = job.wishes().pools();
        return allowed.isEmpty() || allowed.contains(pool.id());
    }
}
