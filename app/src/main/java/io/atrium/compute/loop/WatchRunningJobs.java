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
import io.atrium.kernel.node.AppNodes;
import org.springframework.stereotype.Component;

/// Asks the engines how the running jobs are, passes on requests to stop, and notices their ends. Late and repeated
/// answers are normal, and so is none: then nothing changes.
@Component
public class WatchRunningJobs {

    private static final int BATCH = 500;
    private static final String GIVES_BACK = "it gives its GPUs back";

    private final JobStore jobs;
    private final JobMoves moves;
    private final Engines engines;
    private final RunLogs logs;
    private final AppNodes nodes;

    WatchRunningJobs(JobStore jobs, JobMoves moves, Engines engines, RunLogs logs, AppNodes nodes) {
        this.jobs = jobs;
        this.moves = moves;
        this.engines = engines;
        this.logs = logs;
        this.nodes = nodes;
    }

    public void run() {
        here();
        onClusters();
    }

    void here() {
        takeOldOnes();
        EachJob.of(jobs.onNode(JobState.RUNNING, nodes.self(), BATCH), "watching", job -> watch(job, engines.here()));
    }

    /// Runs of a time before nodes were told apart are this node's if its machine knows them.
    private void takeOldOnes() {
        EachJob.of(jobs.onNoNode(JobState.RUNNING, engines.here().name(), BATCH), "taking", job -> {
            if (!(engines.here().poll(job.run().id()) instanceof RunState.Unknown)) {
                moves.takenBy(job, nodes.self());
            }
        });
    }

    void onClusters() {
        var others = new EngineFilter(engines.here().name(), false);
        EachJob.of(jobs.inState(JobState.RUNNING, others, BATCH), "watching", this::watch);
    }

    private void watch(JobView job) {
        if (engines.isKnown(job)) {
            watch(job, engines.of(job));
        } else {
            moves.remarked(job, "CLUSTER_NOT_IN_SETTINGS " + engines.nameFor(job));
        }
    }

    void watch(JobView job, ExecutionEngine engine) {
        var run = job.run().id();
        switch (engine.poll(run)) {
            case RunState.Running running -> {
                moves.used(job, running);
                followLog(job, engine);
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
            case RunState.Ended ended -> {
                logs.follow(job, engine);
                end(job, ended);
            }
            case RunState.Unknown _ -> moves.lost(job);
        }
    }

    private void end(JobView job, RunState.Ended ended) {
        if (job.course().askedBackAt() == null) {
            moves.ended(job, ended);
        } else {
            moves.interrupted(job, ended);
        }
    }

    /// On machines of nodes only; a cluster's log stays there until the run has ended.
    private void followLog(JobView job, ExecutionEngine engine) {
        if (engines.isOnNode(job)) {
            logs.follow(job, engine);
        }
    }

    private static void stopIfAsked(JobView job, ExecutionEngine engine, RunId run) {
        if (job.stopReason() != null) {
            engine.stop(run, job.stopReason());
        } else if (job.course().askedBackAt() != null) {
            engine.stop(run, GIVES_BACK);
        }
    }
}
