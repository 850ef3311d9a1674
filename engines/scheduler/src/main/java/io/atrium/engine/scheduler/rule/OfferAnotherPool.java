// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparingLong;

import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Looks outside the wishes for the cheapest pool that could take the job now.
///
/// before: h100 [########]  l40 [........]   job wants 8 × h100
/// after:  "pool l40 could take it now, at its price"
public final class OfferAnotherPool implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var job = situation.job();
        if (!situation.withinQuota()) {
            return Optional.empty();
        }
        return situation.pools().others().stream()
                .filter(view -> view.largestFor(job, situation.at()) >= job.gpus())
                .map(PoolView::pool)
                .min(comparingLong(pool -> pool.fenPerGpuHour()))
                .map(pool -> new Remedy.AllowPool(pool.id(), pool.fenPerGpuHour()));
    }
}
