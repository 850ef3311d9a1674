// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.Arrays;

/// The last waits of jobs that were alike, and their quantiles.
final class PastWaits {
    /// Older waits say little about the load of today.
    private static final int REMEMBERED = 200;

    /// Fewer waits than this give no quantile of one in twenty.
    private static final int ENOUGH = 40;

    /// How fast an end moves out that has passed all waits known: a tenth of a share doubles it.
    private static final double BEYOND = 10;

    private final long[] waits = new long[REMEMBERED];
    private int count;

    void add(long wait) {
        waits[count++ % REMEMBERED] = wait;
    }

    boolean isEnough() {
        return count >= ENOUGH;
    }

    /// Below the share 0 nothing at all; beyond 1 more than anybody waited, the further beyond the more.
    long quantile(double share) {
        if (share <= 0) {
            return 0;
        }
        var known = Math.min(count, REMEMBERED);
        var sorted = Arrays.copyOf(waits, known);
        Arrays.sort(sorted);
        return share < 1 ? sorted[(int) (share * known)] : (long) (sorted[known - 1] * (1 + BEYOND * (share - 1)));
    }
}
