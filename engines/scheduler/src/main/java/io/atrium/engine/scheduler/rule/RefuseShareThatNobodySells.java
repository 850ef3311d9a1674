// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.List;
import java.util.Optional;

/// Refuses a job that wants another part of a GPU than the pools sell which would do otherwise, and names what they
/// sell.
///
/// before: l40 in quarters [................]   job wants half of an l40
/// after:  refused: of such GPUs quarters are sold
public final class RefuseShareThatNobodySells implements AdmissionRule {
    @Override
    public Optional<Refusal> refusal(Job job, Sizes pools) {
        if (!pools.allowed().isEmpty() || !pools.givingLess(job).isEmpty()) {
            return Optional.empty();
        }
        var sold = sold(pools.inOtherShapes(job));
        return sold.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.ShareNotSold(job.wishes().shape().share(), sold));
    }

    private static List<GpuShare> sold(List<Pool> pools) {
        return pools.stream().map(Pool::share).distinct().sorted().toList();
    }
}
