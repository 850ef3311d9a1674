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

    private final JobStore jobs;
    private final JobMoves moves;
    private final ExecutionEngine engine;

    SettleEndedJobs(JobStore jobs, JobMoves moves, ExecutionEngine engine) {
        this.jobs = jobs;
        this.moves = moves;
        this.engine = engine;
    }

    public void run() {
        for (var job : jobs.inState(JobState.ENDED, BATCH)) {
            moves.settle(job);
            engine.forget(new RunId(job.id().value()));
        }
    }
}
