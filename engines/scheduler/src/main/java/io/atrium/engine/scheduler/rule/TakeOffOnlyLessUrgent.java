// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes a job off its GPUs only for one that is clearly more urgent, and only after it has run for a while: what a
/// restart costs must stay small beside what was done.
///
/// before: runs: a (level 5, for 1 h), b (level 5, for 1 min), c (level 3, for 1 h)   new: level 2
/// after:  a may be taken off; b has just begun, c is hardly less urgent
public final class TakeOffOnlyLessUrgent implements ReplayRule {
    public static final TakeOffOnlyLessUrgent RULE = new TakeOffOnlyLessUrgent();

    /// Steps between two levels that are worth an interruption.
    public static final int LEVELS = 2;

    /// Five times the dearest restart.
    public static final long RAN_S = 300;

    public boolean mayTakeOff(int victim, long ranS, int urgent) {
        return victim >= urgent + LEVELS && LeaveYoungRunsAlone.RULE.hasRunLongEnough(ranS, RAN_S);
    }
}
