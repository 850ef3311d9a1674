// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job that names a GPU model off pools of another model.
///
/// before: h100 [........]  l40 [........]   job wants 8 × l40
/// after:  h100 [........]  l40 [########]
public final class MatchRequestedModel implements PoolRule {
    @Override
    public boolean admits(Job job, Pool pool) {
        return job.wishes().model().isEmpty() || job.wishes().model().get().equals(pool.model());
    }
}
