// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.kernel.Fen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which jobs are stopped so that a budget is kept (超预算停止): the newest first, who have least to lose, and no more
/// than it takes. What is ending already counts as stopped.
///
/// ```
/// too much by 30.   old job  holds 50, used 40  -> goes on
///                   new job  holds 50, used  5  -> is stopped: 45 come free
/// ```
final class JobsToStop {

    private JobsToStop() {}

    static List<JobView> of(Fen excess, List<JobView> unfinished) {
        var toStop = new ArrayList<JobView>();
        var toFree = excess;
        for (var job : unfinished) {
            if (isEnding(job)) {
                toFree = toFree.minus(frees(job));
            }
        }
        var others = unfinished.stream()
                .filter(job -> !isEnding(job))
                .sorted(Comparator.comparing((JobView job) -> job.times().submitted())
                        .thenComparing(job -> job.id().value())
                        .reversed())
                .toList();
        for (var job : others) {
            if (!toFree.isPositive()) {
                break;
            }
            toStop.add(job);
            toFree = toFree.minus(frees(job));
        }
        return toStop;
    }

    private static boolean isEnding(JobView job) {
        return job.stopReason() != null || job.state() == JobState.ENDED;
    }

    /// What is held and would not be charged if the job ended now.
    private static Fen frees(JobView job) {
        return job.held().listPrice().minus(job.metered().listPrice());
    }
}
