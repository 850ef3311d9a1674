// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// The instants between which a job starts, both of them included.
public record StartRange(Instant earliest, Instant latest) {
    public StartRange {
        Limits.require(!latest.isBefore(earliest), "a range does not end before it begins");
    }

    public boolean holds(Instant at) {
        return !at.isBefore(earliest) && !at.isAfter(latest);
    }
}
