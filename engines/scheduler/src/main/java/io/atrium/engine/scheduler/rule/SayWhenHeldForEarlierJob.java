// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Names the job for which free GPUs are held back.
///
/// before: node-1 [........] reserved for job-1 from 12:00   job-2 wants 8 for 4 h
/// after:  "held for job-1, reserved from 12:00"
public final class SayWhenHeldForEarlierJob implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        var wanted = situation.job().gpus();
        for (var view : situation.pools().allowed()) {
            if (view.largestOpen() >= wanted && view.largestFor(situation.endsBy()) < wanted) {
                return view.reservation()
                        .map(held -> new Reason.HeldForEarlierJob(
                                held.job(), held.placement().pool(), held.from()));
            }
        }
        return Optional.empty();
    }
}
