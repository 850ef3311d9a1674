// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job for a share of a GPU on pools that sell shares at least as large, and a job for whole GPUs off all
/// pools that sell shares.
///
/// before: whole [........]  quarters [................]  eighths [................]   job wants a quarter
/// after:  whole [........]  quarters [#...............]  eighths [................]
public final class MatchRequestedShare implements PoolRule {
    public static final MatchRequestedShare RULE = new MatchRequestedShare();

    @Override
    public boolean admits(Job job, Pool pool) {
        return job.wishes().shape().share().mayBe(pool.share());
    }
}
