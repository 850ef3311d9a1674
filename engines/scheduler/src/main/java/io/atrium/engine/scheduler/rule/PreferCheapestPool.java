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
                ? Long.compare(priceOf(first, second), priceOf(second, first))
                : 0;
    }

    /// Of what the job would take there, times what makes both prices whole: a larger share costs more by as much.
    private static long priceOf(Candidate place, Candidate other) {
        return place.pool().fenPerGpuHour() * other.pool().share().perGpu();
    }
}
