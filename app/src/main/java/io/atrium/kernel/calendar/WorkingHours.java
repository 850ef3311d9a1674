// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.calendar;

import java.time.Duration;
import java.time.LocalTime;

/// Office hours of a working day (办公时间), without a break; the offices open at `opens` and are shut from `closes` on.
public record WorkingHours(LocalTime opens, LocalTime closes) {
    /// Assumed where nothing else is configured: no national rule fixes office hours.
    public static final WorkingHours ASSUMED = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 30));

    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("offices must open before they close: " + opens + " " + closes);
        }
    }

    public Duration perDay() {
        return Duration.between(opens, closes);
    }
}
