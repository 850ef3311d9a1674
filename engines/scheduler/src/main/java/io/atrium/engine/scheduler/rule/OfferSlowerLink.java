// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Finds the fastest network among the pools that could take the job now if it were content with a slower one.
///
/// before: 400 Gbit/s [########]  200 Gbit/s [........]   job wants 8 GPUs with 400 Gbit/s
/// after:  "with 200 Gbit/s it could start now"
public final class OfferSlowerLink implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var shape = situation.job().wishes().shape();
        return shape.link().isNothing() || !situation.withinQuota()
                ? Optional.empty()
                : situation
                        .othersWithRoomFor(situation.job().gpus())
                        .filter(pool -> !MatchRequestedLink.RULE.admits(situation.job(), pool))
                        .filter(pool -> situation.wouldBeTakenAs(
                                shape.withLink(pool.shape().link()), pool))
                        .min(comparing((Pool pool) -> pool.shape().link())
                                .reversed()
                                .thenComparing(Pool::id))
                        .map(pool -> new Remedy.AskForSlowerLink(pool.shape().link(), pool.id()));
    }
}
