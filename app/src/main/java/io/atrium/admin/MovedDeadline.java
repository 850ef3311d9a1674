// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import java.time.Instant;

/// An open deadline and its new end (期限变化).
public record MovedDeadline(DeadlineSource source, OpenDeadline deadline, Instant dueAt) {

    public boolean isMoved() {
        return !dueAt.equals(deadline.dueAt());
    }
}
