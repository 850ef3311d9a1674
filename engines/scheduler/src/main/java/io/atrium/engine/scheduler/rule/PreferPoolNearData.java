// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Takes a pool of the provider at which the data of the job lie (数据就近), whatever others cost: what is saved there
/// would be paid for with carrying the data.
///
/// before: far ¥8 [........]  near ¥12 [........]   job wants 4, its data lie at near
/// after:  far ¥8 [........]  near ¥12 [####....]
public final class PreferPoolNearData implements PlacementRule {
    @Override
    public int compare(Job job, Candidate first, Candidate second) {
        return job.wishes().dataAt().isEmpty()
                ? 0
                : Boolean.compare(isNear(job, second.pool()), isNear(job, first.pool()));
    }

    private static boolean isNear(Job job, Pool pool) {
        return job.wishes().dataAt().filter(pool.provider()::equals).isPresent();
    }
}
