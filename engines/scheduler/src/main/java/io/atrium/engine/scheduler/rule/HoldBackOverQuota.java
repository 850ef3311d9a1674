// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import java.util.stream.Stream;

/// Holds a job back while its tenant's quota leaves no room for the whole gang. It holds up nobody else.
///
/// before: tenant uses 12 of 16   job wants 8
/// after:  tenant uses 12 of 16   job waits, the next tenant's job starts
public final class HoldBackOverQuota implements Rule {
    public static final HoldBackOverQuota RULE = new HoldBackOverQuota();

    public boolean holdsBack(Situation.Quota quota) {
        return quota.inUse().plus(quota.promised()).plus(quota.wanted()).compareTo(quota.max()) > 0;
    }

    /// What a job counts before it is known where it goes: a share as much as the largest that it may be given.
    public GpuAmount wanted(Job job, Stream<Pool> allowed) {
        var share = job.wishes().shape().share();
        return share.isWhole()
                ? GpuAmount.ofGpus(job.gpus())
                : allowed.map(job::amountIn)
                        .reduce(share.amount(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
