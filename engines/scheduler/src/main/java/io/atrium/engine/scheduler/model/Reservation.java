// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// Reservation (预留): the nodes that are kept for a blocked job, and the instant from which they are sure to be free.
public record Reservation(JobId job, Placement placement, Instant from) {}
