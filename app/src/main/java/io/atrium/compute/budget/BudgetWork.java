// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.compute.JobFilter;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.StopJob;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after budgets by itself: tells of thresholds that are reached, each once in a month, and stops jobs where a
/// firm chose so. Each budget, and each stop, in a transaction of its own; what was done is not done again.
@Component
public class BudgetWork {

    /// Why a job was stopped, as it is kept with the job; pages phrase it.
    public static final String STOP_REASON = "BUDGET_SPENT";

    private static final Actor BY = SystemActors.of("budget");
    private static final int CHUNK = 200;
    private static final int JOBS_MAX = 1_000;
    private static final JobFilter UNFINISHED =
            new JobFilter(EnumSet.of(JobState.QUEUED, JobState.PLACED, JobState.RUNNING, JobState.ENDED));
    private static final Logger LOG = LoggerFactory.getLogger(BudgetWork.class);

    private final Budgets budgets;
    private final BudgetStore store;
    private final BudgetNotices notices;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    BudgetWork(
            Budgets budgets,
            BudgetStore store,
            BudgetNotices notices,
            Jobs jobs,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.budgets = budgets;
        this.store = store;
        this.notices = notices;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    public void run() {
        List<BudgetStanding> chunk;
        long offset = 0;
        do {
            chunk = budgets.list(new Scope.All(), budgets.month(), offset, CHUNK);
            chunk.forEach(this::each);
            offset += chunk.size();
        } while (chunk.size() == CHUNK);
    }

    private void each(BudgetStanding standing) {
        try {
            transaction.executeWithoutResult(_ -> tell(standing));
            stop(standing);
        } catch (RuntimeException failure) {
            LOG.error(
                    "budget {} failed; it is looked after again",
                    standing.budget().id(),
                    failure);
        }
    }

    /// Several thresholds that are reached at once are told as one: the highest.
    private void tell(BudgetStanding standing) {
        int highest = 0;
        for (int threshold : standing.reached()) {
            if (store.insertAlert(standing, threshold, clock.instant().atOffset(ZoneOffset.UTC))) {
                highest = threshold;
            }
        }
        if (highest > 0) {
            notices.reached(standing, highest);
        }
    }

    private void stop(BudgetStanding standing) {
        var budget = standing.budget();
        if (budget.atLimit() != AtLimit.STOP || !standing.left().isNegative()) {
            return;
        }
        JobsToStop.of(standing.left().negated(), unfinished(budget)).forEach(job -> stop(budget, job));
    }

    private List<JobView> unfinished(BudgetView budget) {
        return jobs.list(new Scope.Own(budget.firm()), UNFINISHED, 0, JOBS_MAX).stream()
                .filter(job -> !job.isSimulated())
                .filter(job -> !budget.isOfProject() || job.ask().project().equals(budget.project()))
                .toList();
    }

    /// One that ended by itself meanwhile needs no stop.
    private void stop(BudgetView budget, JobView job) {
        try {
            transaction.executeWithoutResult(_ -> {
                jobs.stop(BY, new StopJob(new RequestKey(job.id() + ":budget-stop"), job.id(), STOP_REASON));
                notices.stopped(budget, job);
            });
        } catch (RefusedException refused) {
            LOG.info("job {} needs no stop: {}", job.id(), refused.refusal().code());
        }
    }
}
