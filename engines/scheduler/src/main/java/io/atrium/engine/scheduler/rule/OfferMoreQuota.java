// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Counts how many GPUs the quota is short of; for a part of one a whole one.
///
/// before: tenant uses 12 of 16   job wants 8
/// after:  "end own jobs with 4 GPUs, or ask for 4 more"
public final class OfferMoreQuota implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        return situation.withinQuota()
                ? Optional.empty()
                : Optional.of(new Remedy.FreeOrRaiseQuota(situation
                        .quota()
                        .wanted()
                        .minus(situation.quota().left())
                        .coveringGpus()));
    }
}
