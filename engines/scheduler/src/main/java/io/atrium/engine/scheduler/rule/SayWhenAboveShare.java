// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Standing;
import java.util.Optional;

/// Tells the tenant's share and its use, where a job that came later had the earlier turn because its tenant had less.
///
/// before: queue  a1 (09:00, tenant a used 7.9%, its share is 3.1%)  b1 (09:30, tenant b used 1%)   b1 goes first
/// after:  a1: "your share is 3.1% of the pool, you used 7.9%, so others go first"
public final class SayWhenAboveShare implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        return situation.ahead().overtaken()
                ? situation.standing().filter(Standing::isAboveShare).map(Reason.AboveShare::new)
                : Optional.empty();
    }
}
