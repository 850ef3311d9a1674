// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.workload.RunRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts what has its GPUs. The run's id is the job's, and starting is idempotent by it: a start that was cut off by a
/// crash is simply repeated.
@Component
public class StartPlacedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StartPlacedJobs.class);
    private static final int BATCH = 50;

    private final JobStore jobs;
    private final JobMoves moves;
    private final ExecutionEngine engine;
    private final RunRequests requests;

    StartPlacedJobs(JobStore jobs, JobMoves moves, ExecutionEngine engine, RunRequests requests) {
        this.jobs = jobs;
        this.moves = moves;
        this.engine = engine;
        this.requests = requests;
    }

    public void run() {
        jobs.inState(JobState.PLACED, BATCH).forEach(this::start);
    }

    private void start(JobView job) {
        if (job.stopReason() != null) {
            moves.notStarted(job, "STOPPED", job.stopReason());
            return;
        }
        switch (engine.start(requests.of(job))) {
            case StartOutcome.Started _, StartOutcome.AlreadyStarted _ -> moves.started(job);
            case StartOutcome.Refused(var code, var facts) -> {
                LOG.warn("job {} could not start: {} {}", job.id(), code, facts);
                if (code != StartOutcome.Code.TOO_MANY_RUNS) {
                    moves.notStarted(job, code.name(), facts.toString());
                }
            }
        }
    }
}
