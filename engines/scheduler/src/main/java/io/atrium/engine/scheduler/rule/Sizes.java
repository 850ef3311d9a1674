// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Shape;
import java.util.List;

/// The fleet as one job sees it at its admission: the pools that its wishes allow, and all others.
public record Sizes(List<PoolSize> allowed, List<PoolSize> others) {

    /// Pools that only sell GPUs in another way than the job wants them: it would be admitted if it asked for that.
    List<Pool> inOtherShapes(Job job) {
        return others.stream()
                .map(PoolSize::pool)
                .filter(pool -> RuleCatalogue.admits(wanting(job, pool.shape()), pool))
                .toList();
    }

    /// The same for pools that sell what the job wants of a GPU, and give less with it.
    List<Pool> givingLess(Job job) {
        return inOtherShapes(job).stream()
                .filter(pool -> job.wishes().shape().share().mayBe(pool.share()))
                .toList();
    }

    /// Of those the ones that only lack the network that it wants between its nodes.
    List<Pool> onSlowerLinks(Job job) {
        return givingLess(job).stream()
                .filter(pool -> CoverCpusAndMemoryPerGpu.RULE.admits(job, pool))
                .toList();
    }

    private static Job wanting(Job job, Shape shape) {
        return new Job(
                job.id(),
                job.tenant(),
                1,
                job.timeLimit(),
                job.turn(),
                job.wishes().shaped(shape));
    }
}
