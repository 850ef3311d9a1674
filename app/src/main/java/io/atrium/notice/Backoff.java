// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import java.time.Duration;

/// How long to wait before the next try (重试间隔): twice as long each time, at most six hours, and after some three days
/// no more.
public final class Backoff {

    /// The waits before these many tries add up to a little more than three days.
    public static final int ATTEMPTS_MAX = 22;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Backoff() {}

    public static boolean isOver(int attempts) {
        return attempts >= ATTEMPTS_MAX;
    }

    /// @param attempts how many failed, from one
    public static Duration after(int attempts) {
        var wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
