// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Looks outside the wishes for the cheapest pool that could take the job now.
///
/// before: h100 [########]  l40 [........]   job wants 8 × h100
/// after:  "pool l40 could take it now, at its price"
public final class OfferAnotherPool implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        if (!situation.withinQuota()) {
            return Optional.empty();
        }
        Pool cheapest = null;
        for (var view : situation.pools().others()) {
            var isCheaper = cheapest == null || view.pool().fenPerGpuHour() < cheapest.fenPerGpuHour();
            if (isCheaper
                    && sells(view.pool(), situation)
                    && view.largestFor(situation.endsBy()) >= situation.job().gpus()) {
                cheapest = view.pool();
            }
        }
        return cheapest == null
                ? Optional.empty()
                : Optional.of(new Remedy.AllowPool(cheapest.id(), cheapest.fenPerGpuHour()));
    }

    /// What a job needs of a GPU is no wish that might be widened.
    private static boolean sells(Pool pool, Situation situation) {
        return MatchRequestedShare.RULE.admits(situation.job(), pool)
                && CoverCpusAndMemoryPerGpu.RULE.admits(situation.job(), pool)
                && MatchRequestedLink.RULE.admits(situation.job(), pool);
    }
}
