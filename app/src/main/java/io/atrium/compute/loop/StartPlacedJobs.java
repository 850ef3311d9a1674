// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.workload.RunRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts what has its GPUs, as many as this machine can carry at once; the rest waits, still free of charge. The run's
/// id is the job's, and starting is idempotent by it: a start that was cut off by a crash is simply repeated.
@Component
public class StartPlacedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StartPlacedJobs.class);
    private static final int BATCH = 50;

    private final JobStore jobs;
    private final JobMoves moves;
    private final ExecutionEngine engine;
    private final RunRequests requests;
    private final ComputeSettings settings;

    StartPlacedJobs(
            JobStore jobs, JobMoves moves, ExecutionEngine engine, RunRequests requests, ComputeSettings settings) {
        this.jobs = jobs;
        this.moves = moves;
        this.engine = engine;
        this.requests = requests;
        this.settings = settings;
    }

    public void run() {
        var room = Math.max(0, settings.runsAtOnce() - jobs.countIn(JobState.RUNNING));
        EachJob.of(jobs.inState(JobState.PLACED, Math.min(BATCH, room)), "starting", this::start);
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
