// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// What decides a job's turn in the queue: a higher priority first, then the earlier submission.
public record Turn(int priority, Instant submittedAt) {}
