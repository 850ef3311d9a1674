// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Holds a job back while its tenant's quota leaves no room for the whole gang. It holds up nobody else.
///
/// before: tenant uses 12 of 16   job wants 8
/// after:  tenant uses 12 of 16   job waits, the next tenant's job starts
public final class HoldBackOverQuota implements Rule {
    public static final HoldBackOverQuota RULE = new HoldBackOverQuota();

    public boolean holdsBack(Job job, int quota, int inUse) {
        return (long) inUse + job.gpus() > quota;
    }
}
