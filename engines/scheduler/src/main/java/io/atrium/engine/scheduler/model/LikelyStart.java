// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// When a job is likely to start, by what jobs of its kind have waited before.
///
/// @param middle half of such jobs start by then
/// @param range most of them start within it
public record LikelyStart(Instant middle, StartRange range) {
    public LikelyStart {
        Limits.require(range.holds(middle), "the middle lies within the range");
    }

    /// Never later than an instant.
    public LikelyStart by(Instant most) {
        return new LikelyStart(
                earlier(middle, most), new StartRange(earlier(range.earliest(), most), earlier(range.latest(), most)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
