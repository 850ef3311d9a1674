// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Tells the tenant's quota, its use and the wish.
///
/// before: tenant uses 12 of 16   job wants 8
/// after:  "quota 16, in use 12, wanted 8"
public final class SayWhenOverQuota implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        return situation.withinQuota()
                ? Optional.empty()
                : Optional.of(new Reason.OverQuota(
                        situation.quota().max(),
                        situation.quota().inUse(),
                        situation.quota().promised(),
                        situation.quota().wanted()));
    }
}
