// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// A job that runs. It is stopped at `endsBy` at the latest, so reservations may count on that instant.
public record Running(JobId job, TenantId tenant, Placement placement, Instant endsBy) {}
