// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a job was told about its start when it began to wait (首次告知的预计开始). Only this first word is counted.
///
/// @param book whose experience it belongs to
/// @param kind jobs of one kind learn from each other
/// @param planned the range by declared limits
/// @param likely the learned interval; empty if too little was known then
/// @param isLate its end went by while the job still waited, and that was learned
public record ToldStart(
        JobId job,
        String book,
        int kind,
        Instant at,
        StartRange planned,
        Optional<LikelyStart> likely,
        boolean isLate) {
    /// What one yardstick is cut into.
    private static final int PARTS = 1_000_000;

    private static final BigInteger FAR_MILLIS =
            BigInteger.valueOf(Duration.ofDays(10_000).toMillis());

    /// A plan of seconds is no measure for minutes.
    private static final Duration YARDSTICK_MIN = Duration.ofMinutes(1);

    public ToldStart {
        Limits.requireName("a book", book);
    }

    /// How long the job has waited at an instant, in millionths of what the plan said at most.
    public long waited(Instant until) {
        return Math.max(
                0, Duration.between(at, until).toMillis() * PARTS / yardstick().toMillis());
    }

    /// When it will have waited so many millionths; what nobody can wait for is cut off.
    public Instant after(long millionths) {
        var millis = BigInteger.valueOf(yardstick().toMillis())
                .multiply(BigInteger.valueOf(millionths))
                .divide(BigInteger.valueOf(PARTS));
        return at.plusMillis(millis.min(FAR_MILLIS).longValueExact());
    }

    /// True while nobody has learned yet that its end has gone by.
    public boolean isOverdue(Instant now) {
        return !isLate && likely.isPresent() && likely.get().range().latest().isBefore(now);
    }

    public ToldStart late() {
        return new ToldStart(job, book, kind, at, planned, likely, true);
    }

    public ToldStart withLikely(Optional<LikelyStart> start) {
        return new ToldStart(job, book, kind, at, planned, start, isLate);
    }

    private Duration yardstick() {
        var most = Duration.between(at, planned.latest());
        return most.compareTo(YARDSTICK_MIN) < 0 ? YARDSTICK_MIN : most;
    }
}
