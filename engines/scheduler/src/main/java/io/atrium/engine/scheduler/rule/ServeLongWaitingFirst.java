// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Puts a job that has waited for three days in all before every other and leaves it there until it ends. Such jobs
/// hold three quarters of the fleet at most; when more wait so long than the whole fleet could hold, the promise cannot
/// be kept to all, and they get a tenth, so that an overload does not turn the order into first come, first served.
///
/// before: queue  young (level 0)  old (level 9, has waited 3 days)
/// after:  turns  old  young
public final class ServeLongWaitingFirst implements ReplayRule {
    public static final ServeLongWaitingFirst RULE = new ServeLongWaitingFirst();

    /// The level of those who waited long.
    public static final int LEVEL = -1;

    private static final long LONG_S = 3 * 86_400L;
    private static final double PART = 0.75;
    private static final double PART_IN_OVERLOAD = 0.1;

    public boolean isLong(long waitedS) {
        return waitedS >= LONG_S;
    }

    /// How many GPUs such jobs may hold together.
    public double gpusMax(int fleet, int wanted) {
        return fleet * (wanted <= fleet ? PART : PART_IN_OVERLOAD);
    }
}
