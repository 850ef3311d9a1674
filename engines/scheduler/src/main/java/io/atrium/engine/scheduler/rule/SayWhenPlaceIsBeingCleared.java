// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Tells that jobs which borrowed its GPUs were told to stop.
///
/// before: node-1 [bbbbbbbb] b borrowed it and was told to stop   job wants 8, within quota
/// after:  "1 job gives the place back by 10:00:30"
public final class SayWhenPlaceIsBeingCleared implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        return situation.clearing().map(Reason.class::cast);
    }
}
