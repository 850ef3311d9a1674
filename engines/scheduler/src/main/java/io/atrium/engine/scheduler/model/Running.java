// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A job that runs. It is stopped at `endsBy` at the latest, so reservations may count on that instant.
///
/// @param project the tenant's own word for what the job belongs to; empty if it gave none
/// @param yielding empty for one that runs to its end
public record Running(
        JobId job, TenantId tenant, Placement placement, Instant endsBy, String project, Optional<Yielding> yielding) {
    public Running(JobId job, TenantId tenant, Placement placement, Instant endsBy, String project) {
        this(job, tenant, placement, endsBy, project, Optional.empty());
    }

    public Running(JobId job, TenantId tenant, Placement placement, Instant endsBy) {
        this(job, tenant, placement, endsBy, "");
    }

    public Running yielding(Yielding how) {
        return new Running(job, tenant, placement, endsBy, project, Optional.of(how));
    }

    public boolean isLeaving() {
        return yielding.map(Yielding::isLeaving).orElse(false);
    }

    /// GPU time whose work would have to be done again if it were told to stop now; nothing of one that was told.
    public long gpuMillisAtRisk(Instant at) {
        return yielding.filter(how -> !how.isLeaving())
                .map(how -> placement.amount().millis(Duration.between(how.savedAt(), at)))
                .orElse(0L);
    }
}
