// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparingInt;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.Optional;

/// Refuses a gang that no allowed pool could hold even when empty, and names the largest that could.
///
/// before: pool-a [........][........]   job wants 24
/// after:  pool-a [........][........]   refused: at most 16, in pool-a
public final class RefuseGangLargerThanAnyPool implements AdmissionRule {
    @Override
    public Optional<Refusal> refusal(Job job, Sizes pools) {
        return pools.allowed().stream()
                .min(comparingInt(PoolSize::gpus)
                        .reversed()
                        .thenComparing(size -> size.pool().id()))
                .filter(largest -> largest.gpus() < job.gpus())
                .map(largest ->
                        new Refusal.LargerThanAnyPool(job.gpus(), largest.pool().id(), largest.gpus()));
    }
}
