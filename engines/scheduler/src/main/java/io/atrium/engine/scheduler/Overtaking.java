// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Knows whether somebody of another tenant, with equal priority, came later than a job and goes before it.
///
/// A job counts with the place that it takes: its own jobs may have exchanged theirs.
///
/// Enough to remember: of those who went, the tenant whose job came last, and the last job of all others.
final class Overtaking {
    private int priority;
    private @Nullable TenantId tenant;
    private Instant ofTenant = Instant.MIN;
    private Instant ofOthers = Instant.MIN;

    boolean isOvertaken(Job job) {
        if (tenant == null || job.turn().priority() != priority) {
            return false;
        }
        return job.turn().submittedAt().isBefore(job.tenant().equals(tenant) ? ofOthers : ofTenant);
    }

    /// A job that starts, or stands before others in the queue of a pool.
    void goes(Job job) {
        var came = job.turn().submittedAt();
        if (tenant == null || job.turn().priority() != priority) {
            priority = job.turn().priority();
            tenant = job.tenant();
            ofTenant = came;
            ofOthers = Instant.MIN;
        } else if (job.tenant().equals(tenant)) {
            ofTenant = later(ofTenant, came);
        } else if (came.isAfter(ofTenant)) {
            ofOthers = ofTenant;
            tenant = job.tenant();
            ofTenant = came;
        } else {
            ofOthers = later(ofOthers, came);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
