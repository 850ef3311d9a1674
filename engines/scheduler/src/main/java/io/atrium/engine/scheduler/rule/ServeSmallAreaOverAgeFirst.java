// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Serves small jobs first, GPUs times declared limit, and lets age make every job smaller: after an hour of waiting it
/// counts half, after nine hours a tenth. Neither strict turns nor small ones for ever.
///
/// before: queue  big (8 × 10 h, new)   small (1 × 1 h, new)   old (4 × 6 h, waits 47 h)
/// after:  turns  old (24/48)  small (1/1)  big (80/1)
public final class ServeSmallAreaOverAgeFirst implements ReplayRule {
    public static final ServeSmallAreaOverAgeFirst RULE = new ServeSmallAreaOverAgeFirst();

    private static final double HOUR_S = 3_600;

    /// The smaller, the sooner.
    public double area(int gpus, long limitS, long waitedS) {
        return gpus * (double) limitS / (1 + waitedS / HOUR_S);
    }
}
