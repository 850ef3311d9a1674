// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Finds the smallest larger part of a GPU that is free now, up to a whole one, within the quota.
///
/// before: quarters [################]  whole [.#######]   job wants a quarter
/// after:  "a whole GPU is free now"
public final class OfferLargerShare implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var wanted = situation.job().wishes().shape().share();
        return wanted.isWhole()
                ? Optional.empty()
                : situation.pools().others().stream()
                        .filter(view -> view.largestFor(situation.endsBy()) >= 1)
                        .map(PoolView::pool)
                        .filter(pool -> isLarger(pool.share(), wanted) && wouldAdmit(situation, pool))
                        .min(comparing(Pool::share).reversed().thenComparing(Pool::id))
                        .map(pool -> new Remedy.AskForLargerShare(pool.share(), pool.id()));
    }

    private static boolean isLarger(GpuShare one, GpuShare other) {
        return one.perGpu() < other.perGpu();
    }

    private static boolean wouldAdmit(Situation situation, Pool pool) {
        var job = situation.job();
        var shape = job.wishes().shape().withShare(pool.share());
        return RuleCatalogue.admits(job.withWishes(job.wishes().shaped(shape)), pool)
                && pool.share().amount().compareTo(situation.quota().left()) <= 0;
    }
}
