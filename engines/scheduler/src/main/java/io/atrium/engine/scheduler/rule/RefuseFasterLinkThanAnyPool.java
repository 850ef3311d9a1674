// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.Optional;

/// Refuses a job that wants a faster network between its nodes than any pool has which would do otherwise, and
/// names the pool that has the fastest.
///
/// before: h800 [........] 400 Gbit/s   job wants 16 × h800 with 800 Gbit/s
/// after:  refused: at most 400 Gbit/s, in pool h800
public final class RefuseFasterLinkThanAnyPool implements AdmissionRule {
    @Override
    public Optional<Refusal> refusal(Job job, Sizes pools) {
        return pools.allowed().isEmpty()
                ? pools.onSlowerLinks(job).stream()
                        .min(comparing((Pool pool) -> pool.shape().link())
                                .reversed()
                                .thenComparing(Pool::id))
                        .map(pool -> new Refusal.LinkTooFast(
                                job.wishes().shape().link(),
                                pool.id(),
                                pool.shape().link()))
                : Optional.empty();
    }
}
