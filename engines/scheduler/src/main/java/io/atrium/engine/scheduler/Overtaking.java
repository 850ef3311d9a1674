// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Knows whether somebody of another tenant, with equal priority, came later than a job and had its turn earlier.
///
/// Enough to remember: of those whose turn it was, the tenant whose job came last, and the last job of all others.
final class Overtaking {
    private int priority;
    private @Nullable TenantId tenant;
    private Instant ofTenant = Instant.MIN;
    private Instant ofOthers = Instant.MIN;

    /// Takes note of a job whose turn has come, and says whether it was overtaken.
    boolean noted(Job job) {
        if (job.turn().priority() != priority || tenant == null) {
            begin(job);
            return false;
        }
        var came = job.turn().submittedAt();
        var isSame = job.tenant().equals(tenant);
        var overtaken = came.isBefore(isSame ? ofOthers : ofTenant);
        remember(job, came, isSame);
        return overtaken;
    }

    private void begin(Job job) {
        priority = job.turn().priority();
        tenant = job.tenant();
        ofTenant = job.turn().submittedAt();
        ofOthers = Instant.MIN;
    }

    private void remember(Job job, Instant came, boolean isSame) {
        if (isSame) {
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
