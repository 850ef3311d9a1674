// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.JobStore.EngineFilter;
import org.springframework.stereotype.Component;

/// Asks the engines how the running jobs are, passes on requests to stop, and notices their ends. Late and repeated
/// answers are normal, and so is none: then nothing changes.
@Component
public class WatchRunningJobs {

    private static final int BATCH = 500;

    private final JobStore jobs;
    private final JobMoves moves;
    private final Engines engines;

    WatchRunningJobs(JobStore jobs, JobMoves moves, Engines engines) {
        this.jobs = jobs;
        this.moves = moves;
        this.engines = engines;
    }

    public void run() {
        here();
        onClusters();
    }

    void here() {
        watch(true);
    }

    void onClusters() {
        watch(false);
    }

    private void watch(boolean isHere) {
        var filter = new EngineFilter(engines.here().name(), isHere);
        EachJob.of(jobs.inState(JobState.RUNNING, filter, BATCH), "watching", this::watch);
    }

    private void watch(JobView job) {
        if (engines.isKnown(job)) {
            watch(job, engines.of(job));
        } else {
            moves.remarked(job, "CLUSTER_NOT_IN_SETTINGS " + engines.nameFor(job));
        }
    }

    private void watch(JobView job, ExecutionEngine engine) {
        var run = new RunId(job.id().value());
        switch (engine.poll(run)) {
            case RunState.Running running -> {
                moves.used(job, running.usage());
                stopIfAsked(job, engine, run);
            }
            case RunState.Waiting(var reason) -> {
                moves.remarked(job, "PROVIDER_WAITS " + reason);
                stopIfAsked(job, engine, run);
            }
            case RunState.OutOfSight(var since) -> {
                moves.remarked(job, "PROVIDER_SILENT_SINCE " + since);
                stopIfAsked(job, engine, run);
            }
            case RunState.Ended ended -> moves.ended(job, ended);
            case RunState.Unknown _ -> moves.lost(job);
        }
    }

    private static void stopIfAsked(JobView job, ExecutionEngine engine, RunId run) {
        if (job.stopReason() != null) {
            engine.stop(run, job.stopReason());
        }
    }
}
