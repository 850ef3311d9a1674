// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.store.JobStore;
import org.springframework.stereotype.Component;

/// Asks the engine how the running jobs are, passes on requests to stop, and notices their ends. Late and repeated
/// answers are normal.
@Component
public class WatchRunningJobs {

    private static final int BATCH = 500;

    private final JobStore jobs;
    private final JobMoves moves;
    private final ExecutionEngine engine;

    WatchRunningJobs(JobStore jobs, JobMoves moves, ExecutionEngine engine) {
        this.jobs = jobs;
        this.moves = moves;
        this.engine = engine;
    }

    public void run() {
        EachJob.of(jobs.inState(JobState.RUNNING, BATCH), "watching", this::watch);
    }

    private void watch(JobView job) {
        var run = new RunId(job.id().value());
        switch (engine.poll(run)) {
            case RunState.Running running -> {
                moves.used(job, running.usage());
                if (job.stopReason() != null) {
                    engine.stop(run, job.stopReason());
                }
            }
            case RunState.Ended ended -> moves.ended(job, ended);
            case RunState.Unknown _ -> moves.lost(job);
        }
    }
}
