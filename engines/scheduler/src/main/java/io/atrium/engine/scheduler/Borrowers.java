// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.rule.Candidacy;
import io.atrium.engine.scheduler.rule.CountAsBorrowedBeyondQuota;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Who runs on borrowed GPUs (借用), and who of them may be told to stop now or was told already.
public final class Borrowers {
    private final Set<JobId> borrowed;
    private final Map<PoolId, List<Running>> leaving;
    private final Map<PoolId, List<Running>> mayLeave;

    public Borrowers(Snapshot snapshot) {
        borrowed = borrowed(snapshot.running(), snapshot.quotas()::of);
        leaving = byPool(snapshot.running().stream().filter(Running::isLeaving).toList());
        mayLeave = byPool(snapshot.running().stream()
                .filter(job -> !job.isLeaving() && mayTakeOff(job, snapshot))
                .toList());
    }

    /// Which of these jobs their tenants' quotas do not cover; of a tenant with any of its jobs, all must be given.
    public static Set<JobId> borrowed(Collection<Running> running, ToIntFunction<TenantId> quotas) {
        return running.stream().collect(groupingBy(Running::tenant)).entrySet().stream()
                .flatMap(tenant ->
                        CountAsBorrowedBeyondQuota.RULE
                                .borrowed(quotas.applyAsInt(tenant.getKey()), tenant.getValue())
                                .stream())
                .collect(toUnmodifiableSet());
    }

    private static Map<PoolId, List<Running>> byPool(List<Running> jobs) {
        return jobs.stream().collect(groupingBy(job -> job.placement().pool()));
    }

    private boolean mayTakeOff(Running job, Snapshot snapshot) {
        return snapshot.lending().pools().contains(job.placement().pool())
                && job.yielding()
                        .map(how -> new Candidacy(how, borrowed.contains(job.job()), snapshot.lending(), snapshot.at()))
                        .filter(RuleCatalogue::mayTakeOff)
                        .isPresent();
    }

    /// True if its tenant's quota does not cover it.
    public boolean isBorrowed(Running job) {
        return borrowed.contains(job.job());
    }

    /// Whether nobody may leave, and nobody is leaving.
    boolean areNone() {
        return leaving.isEmpty() && mayLeave.isEmpty();
    }

    /// Whether anybody of a pool may leave it, or is leaving.
    boolean areIn(PoolId pool) {
        return leaving.containsKey(pool) || mayLeave.containsKey(pool);
    }

    List<Running> leaving(PoolId pool) {
        return leaving.getOrDefault(pool, List.of());
    }

    List<Running> mayLeave(PoolId pool) {
        return mayLeave.getOrDefault(pool, List.of());
    }
}
