// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Finds the pool that could take the job now if it wanted fewer CPUs or less memory with a GPU, and what it would have
/// to be content with.
///
/// before: 24 CPUs [########]  16 CPUs [........]   job wants 4 GPUs with 24 CPUs each
/// after:  "with 16 CPUs for each GPU it could start now"
public final class OfferLessPerGpu implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var shape = situation.job().wishes().shape();
        var wanted = shape.perGpu();
        return wanted.isNothing() || !situation.withinQuota()
                ? Optional.empty()
                : situation
                        .othersWithRoomFor(situation.job().gpus())
                        .filter(pool -> situation.wouldBeTakenAs(shape.withPerGpu(less(pool, wanted)), pool))
                        .min(comparing((Pool pool) -> less(pool, wanted).cpus())
                                .thenComparing(pool -> less(pool, wanted).memoryGib())
                                .reversed()
                                .thenComparing(Pool::id))
                        .map(pool -> new Remedy.AskForLessPerGpu(less(pool, wanted), pool.id()));
    }

    private static PerGpu less(Pool pool, PerGpu wanted) {
        return pool.shape().perGpu().atMost(wanted);
    }
}
