// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Running;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// Tells which running jobs of a tenant its quota does not cover: it covers first what cannot be interrupted, then what
/// began earlier, as far as each fits whole. So one that borrowed is covered as soon as the quota has room for it, and
/// only a job of the same tenant that runs to its end can make a borrower of one that was covered.
///
/// before: quota 8   runs: a (4, to its end), b (6, since 9:00), c (4, since 9:30), b and c interruptible
/// after:  a and c are covered, b is borrowed
public final class CountAsBorrowedBeyondQuota implements Rule {
    public static final CountAsBorrowedBeyondQuota RULE = new CountAsBorrowedBeyondQuota();

    /// What cannot be interrupted stands before whatever has begun.
    private static final Comparator<Running> COVERED_FIRST = comparing(
                    (Running job) -> job.yielding().map(how -> how.since()).orElse(Instant.MIN))
            .thenComparing(Running::job);

    public Set<JobId> borrowed(int quota, Collection<Running> ofTenant) {
        var borrowed = new HashSet<JobId>();
        var max = GpuAmount.ofGpus(quota);
        var covered = GpuAmount.ZERO;
        for (var job : ofTenant.stream().sorted(COVERED_FIRST).toList()) {
            var withIt = covered.plus(job.placement().amount());
            if (job.yielding().isPresent() && withIt.compareTo(max) > 0) {
                borrowed.add(job.job());
            } else {
                covered = withIt;
            }
        }
        return borrowed;
    }
}
