// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Keeps a job that lists providers with those providers: its voucher may not be valid elsewhere.
///
/// before: provider-a [........]  provider-b [........]   job allows provider-b
/// after:  provider-a [........]  provider-b [####....]
public final class StayWithinAllowedProviders implements PoolRule {
    @Override
    public boolean admits(Job job, Pool pool) {
        var allowed = job.wishes().providers();
        return allowed.isEmpty() || allowed.contains(pool.provider());
    }
}
