// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobState;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.store.JobStore;
import org.springframework.stereotype.Component;

/// Bills what has ended, keeps its log, and lets the engine forget the run.
@Component
public class SettleEndedJobs {

    private static final int BATCH = 50;
    private static final int SWEPT_MAX = 200;

    private final JobStore jobs;
    private final JobMoves moves;
    private final ExecutionEngine engine;
    private volatile boolean swept;

    SettleEndedJobs(JobStore jobs, JobMoves moves, ExecutionEngine engine) {
        this.jobs = jobs;
        this.moves = moves;
        this.engine = engine;
    }

    public void run() {
        if (!swept) {
            forgetSettledRuns();
            swept = true;
        }
        EachJob.of(jobs.inState(JobState.ENDED, BATCH), "settling", job -> {
            moves.settle(job);
            engine.forget(new RunId(job.id().value()));
        });
    }

    /// A crash between a settlement and its forgetting leaves a run behind; the first round after a start clears it.
    private void forgetSettledRuns() {
        jobs.newestSettled(SWEPT_MAX).forEach(job -> engine.forget(new RunId(job.value())));
    }
}
