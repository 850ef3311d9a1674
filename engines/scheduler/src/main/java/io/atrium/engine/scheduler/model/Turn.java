// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// What decides a job's turn in the queue: a higher priority first, then what its tenant and its project have had of
/// late, then the earlier submission.
///
/// @param project the tenant's own word for what the job belongs to; empty if it gave none
public record Turn(int priority, Instant submittedAt, String project) {
    public Turn {
        Limits.require(project.length() <= Limits.NAME_LENGTH_MAX, "a project has at most 100 characters");
    }

    public Turn(int priority, Instant submittedAt) {
        this(priority, submittedAt, "");
    }
}
