// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.deadline;

import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;

/// A module's open deadlines that count working days or hours.
public interface DeadlineSource {

    /// Those that are due after a moment, soonest first, at most `limit`.
    List<OpenDeadline> open(Instant now, int limit, Text t);

    /// Sets a new end, in the caller's transaction.
    void move(OpenDeadline deadline, Instant dueAt);
}
