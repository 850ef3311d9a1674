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
        var shape = situation.job().wishes().shape();
        return shape.share().isWhole()
                ? Optional.empty()
                : situation
                        .othersWithRoomFor(1)
                        .filter(pool -> isLarger(pool.share(), shape.share()) && isLeft(pool.share(), situation))
                        .filter(pool -> situation.wouldBeTakenAs(shape.withShare(pool.share()), pool))
                        .min(comparing(Pool::share).reversed().thenComparing(Pool::id))
                        .map(pool -> new Remedy.AskForLargerShare(pool.share(), pool.id()));
    }

    private static boolean isLarger(GpuShare one, GpuShare other) {
        return one.perGpu() < other.perGpu();
    }

    private static boolean isLeft(GpuShare share, Situation situation) {
        return share.amount().compareTo(situation.quota().left()) <= 0;
    }
}
