// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.Comparator;
import java.util.Optional;

/// Refuses a job that wants more CPUs or memory with a GPU than any pool gives which would do otherwise, and names the
/// pool that gives most.
///
/// before: h800 [........] 16 CPUs with each   job wants 1 × h800 with 24 CPUs
/// after:  refused: at most 16 CPUs come with a GPU, in pool h800
public final class RefuseMoreThanComesWithAGpu implements AdmissionRule {
    private static final Comparator<Pool> GIVES_MOST = comparing(
                    (Pool pool) -> pool.shape().perGpu().cpus())
            .thenComparing(pool -> pool.shape().perGpu().memoryGib())
            .reversed()
            .thenComparing(Pool::id);

    @Override
    public Optional<Refusal> refusal(Job job, Sizes pools) {
        return pools.allowed().isEmpty() && pools.onSlowerLinks(job).isEmpty()
                ? pools.givingLess(job).stream()
                        .min(GIVES_MOST)
                        .map(pool -> new Refusal.TooMuchPerGpu(
                                job.wishes().shape().perGpu(),
                                pool.id(),
                                pool.shape().perGpu()))
                : Optional.empty();
    }
}
