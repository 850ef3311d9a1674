// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.JOB;

import io.atrium.compute.loop.JobMoves;
import io.atrium.compute.store.JobStore;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// Jobs that ran for a given time and are billed, without a machine to run them on.
@TestComponent
public class BilledJobs {

    private final Yard yard;
    private final JobStore store;
    private final JobMoves moves;
    private final Bills bills;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    BilledJobs(
            Yard yard,
            JobStore store,
            JobMoves moves,
            Bills bills,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.yard = yard;
        this.store = store;
        this.moves = moves;
        this.bills = bills;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The bill of a job of a firm that used so many GPUs for so long.
    public BillView of(Resident firm, RegisterPool pool, int gpus, Duration ran) {
        var job = yard.submit(firm, Yard.command(pool, gpus, "true"));
        end(job, ran);
        return bills.ofJob(new Scope.All(), job).orElseThrow();
    }

    /// Ends a job that waits, as if it had run.
    public void end(JobId job, Duration ran) {
        var now = JobStore.at(clock.instant());
        transaction.executeWithoutResult(_ -> {
            store.move(job, JobState.QUEUED, JobState.PLACED, Map.of(JOB.PLACED_AT, now));
            store.move(job, JobState.PLACED, JobState.RUNNING, Map.of(JOB.STARTED_AT, now));
            store.move(
                    job,
                    JobState.RUNNING,
                    JobState.ENDED,
                    Map.of(
                            JOB.OUTCOME,
                            JobOutcome.SUCCEEDED.name(),
                            JOB.ENDED_AT,
                            now,
                            JOB.ELAPSED_MS,
                            ran.toMillis()));
        });
        moves.settle(yard.job(job));
    }
}
