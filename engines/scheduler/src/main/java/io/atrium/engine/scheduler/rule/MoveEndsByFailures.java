// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.StartEnds;

/// Moves an end of the start interval far out when a start passes it, and a little in when none does (adaptive
/// conformal inference, Gibbs and Candès 2021): about as many fail at either end as may, whatever the load does. The
/// upper end has failed as soon as it has gone by; waiting for the start to come would learn from the quick ones only.
///
/// before: left out above 7.5%   told [10:00 .. 11:00], at 11:01 the job still waits
/// after:  left out above 6.6%   a start at 10:40 instead: 7.6%
public final class MoveEndsByFailures implements EstimateRule {
    public static final MoveEndsByFailures RULE = new MoveEndsByFailures();

    /// Four in five intervals are to hold. Fewer than one in ten are let fail at either end, because the outcome is
    /// known late, when many others were told the same.
    private static final int MAY_FAIL = 7_500;

    /// Beyond it the two ends would meet.
    private static final int MOST = 45_000;

    /// The share of a failure by which an end moves: one in so many.
    private static final int PACE = 100;

    /// Where nothing came of anything yet.
    public StartEnds first() {
        return new StartEnds(MAY_FAIL, MAY_FAIL);
    }

    public StartEnds belowMoved(StartEnds ends, boolean failed) {
        return new StartEnds(moved(ends.below(), failed), ends.above());
    }

    public StartEnds aboveMoved(StartEnds ends, boolean failed) {
        return new StartEnds(ends.below(), moved(ends.above(), failed));
    }

    private static int moved(int end, boolean failed) {
        return Math.clamp(end + (failed ? MAY_FAIL - StartEnds.ALL : MAY_FAIL) / PACE, -StartEnds.ALL, MOST);
    }
}
