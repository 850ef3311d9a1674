// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Of the places that could be cleared takes the one where least is lost: the GPU-seconds of the restarts, and a little
/// more for urgent victims. On one node the least urgent leaves first, then the one that came last.
///
/// before: a: one job of 8 GPUs (restart 30 s)   b: one job of 1 GPU (restart 7 s)   1 GPU is wanted
/// after:  the job on b leaves
public final class PreferCheapestVictims implements ReplayRule {
    public static final PreferCheapestVictims RULE = new PreferCheapestVictims();

    private static final double URGENT = 1_000;

    public double loss(int restartS, int gpus, int level) {
        return (double) restartS * gpus + URGENT / (1 + Math.max(0, level));
    }
}
