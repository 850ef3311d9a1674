// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From when to when a policy applies, both days included; null means that the end is not known.
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("period ends before it begins");
        }
    }

    public boolean hasBegun(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    public boolean hasEnded(LocalDate day) {
        return to != null && day.isAfter(to);
    }
}
