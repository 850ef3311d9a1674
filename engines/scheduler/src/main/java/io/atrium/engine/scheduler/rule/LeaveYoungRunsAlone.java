// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import java.time.Duration;

/// Leaves a run alone until it has run for a while: what a restart costs must stay small beside what was done.
///
/// before: runs are left alone for 10 min   a has run for 4 min, b for 40 min
/// after:  b may be told to stop, a may not yet
public final class LeaveYoungRunsAlone implements TakeOffRule {
    public static final LeaveYoungRunsAlone RULE = new LeaveYoungRunsAlone();

    @Override
    public boolean mayTakeOff(Candidacy candidacy) {
        var ran = Duration.between(candidacy.yielding().since(), candidacy.at());
        return hasRunLongEnough(ran.toMillis(), candidacy.lending().ranMin().toMillis());
    }

    /// Both in the same unit of time.
    public boolean hasRunLongEnough(long ran, long ranMin) {
        return ran >= ranMin;
    }
}
