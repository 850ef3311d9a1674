// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.PoolPreference;

/// Takes the cheaper pool for a job that cares for the price.
///
/// before: ¥12 [####....]  ¥8 [........]   job wants 4, cheapest
/// after:  ¥12 [####....]  ¥8 [####....]
public final class PreferCheapestPool implements PlacementRule {
    @Override
    public int compare(Job job, Candidate first, Candidate second) {
        return job.wishes().preference() == PoolPreference.CHEAPEST
                ? Long.compare(first.pool().fenPerGpuHour(), second.pool().fenPerGpuHour())
                : 0;
    }
}
