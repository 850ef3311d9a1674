// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Tells how much waits before the job for the same pools.
///
/// before: queue for pool-a: job-1 (16), job-2 (8), job-3
/// after:  job-3: "2 jobs with 24 GPUs wait before it"
public final class SayWhenBehindEarlierJobs implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        return situation.ahead().jobs() == 0
                ? Optional.empty()
                : Optional.of(new Reason.BehindEarlierJobs(
                        situation.ahead().jobs(), situation.ahead().gpus()));
    }
}
