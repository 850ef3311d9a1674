// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Lets a job learn from jobs of about its size, by doubling; one that its tenant's quota holds back only from others
/// that were. A round measures waits by its plan, which knows the queue; a replay has none, so there a job learns from
/// those behind about the same queue.
///
/// before: "a" wants 8, "b" wants 9, "c" wants 1, "d" wants 8 and is over its tenant's quota
/// after:  "a" and "b" are of one kind, "c" and "d" of two others
public final class CompareWithJobsAlike implements EstimateRule {
    public static final CompareWithJobsAlike RULE = new CompareWithJobsAlike();

    private static final int SIZES = 100;
    private static final int OVER_QUOTA = 100 * SIZES;

    public int kind(int gpus, boolean withinQuota) {
        return (withinQuota ? 0 : OVER_QUOTA) + SIZES * (int) log2(gpus);
    }

    /// Without a plan.
    ///
    /// @param queued GPUs for which it and all before it wait
    /// @param fleet all GPUs
    public int kindBehind(int gpus, long queued, int fleet) {
        return kind(gpus, true) + (int) StrictMath.round(2 * log2(1 + 4.0 * queued / fleet));
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
