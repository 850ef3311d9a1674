// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job off pools that cost more than it is willing to pay. A price equal to the ceiling is fine.
///
/// before: ¥12 [........]  ¥8 [........]   job pays at most ¥8
/// after:  ¥12 [........]  ¥8 [####....]
public final class RespectPriceCeiling implements PoolRule {
    @Override
    public boolean admits(Job job, Pool pool) {
        var ceiling = job.wishes().fenPerGpuHourMax();
        return ceiling.isEmpty() || pool.fenPerGpuHour() <= ceiling.getAsLong();
    }
}
