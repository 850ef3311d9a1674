// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days for which a fact holds: from a day on, up to but excluding another, or without end.
public record Validity(LocalDate from, @Nullable LocalDate to) {
    public Validity {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a fact must hold for a day at least: " + from + " to " + to);
        }
    }

    public static Validity since(LocalDate day) {
        return new Validity(day, null);
    }

    public static Validity ofYear(int year) {
        return new Validity(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Validity other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    /// Whether the period is over on that day.
    public boolean hasEndedBy(LocalDate day) {
        return to != null && !to.isAfter(day);
    }
}
