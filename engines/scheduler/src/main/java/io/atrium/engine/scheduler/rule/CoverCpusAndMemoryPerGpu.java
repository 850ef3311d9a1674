// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job off pools that give fewer CPUs or less memory with a GPU than it needs, and off those that have not said
/// what they give. CPUs and memory are handed out with the GPUs, so where these fit, they fit.
///
/// before: 8 CPUs [........]  16 CPUs [........]   job wants 4 GPUs with 12 CPUs each
/// after:  8 CPUs [........]  16 CPUs [####....]
public final class CoverCpusAndMemoryPerGpu implements PoolRule {
    public static final CoverCpusAndMemoryPerGpu RULE = new CoverCpusAndMemoryPerGpu();

    @Override
    public boolean admits(Job job, Pool pool) {
        return pool.shape().perGpu().covers(job.wishes().shape().perGpu());
    }
}
