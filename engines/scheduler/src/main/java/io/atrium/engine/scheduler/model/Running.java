// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// A job that runs. It is stopped at `endsBy` at the latest, so reservations may count on that instant.
///
/// @param project the tenant's own word for what the job belongs to; empty if it gave none
public record Running(JobId job, TenantId tenant, Placement placement, Instant endsBy, String project) {
    public Running(JobId job, TenantId tenant, Placement placement, Instant endsBy) {
        this(job, tenant, placement, endsBy, "");
    }
}
