// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job that asks for a fast network between its nodes off pools whose network is slower, and off those
/// that have not said how fast it is.
///
/// before: 100 Gbit/s [........]  400 Gbit/s [........]   job wants 200 Gbit/s
/// after:  100 Gbit/s [........]  400 Gbit/s [########]
public final class MatchRequestedLink implements PoolRule {
    public static final MatchRequestedLink RULE = new MatchRequestedLink();

    @Override
    public boolean admits(Job job, Pool pool) {
        return pool.shape().link().covers(job.wishes().shape().link());
    }
}
