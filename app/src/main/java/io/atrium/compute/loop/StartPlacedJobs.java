// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.JobStore.EngineFilter;
import io.atrium.compute.workload.RunRequests;
import io.atrium.kernel.node.AppNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts what has its GPUs: each node's machine as many as it can carry at once, on clusters all; what waits is still
/// free of charge. A node makes a job its own before it asks its machine, so that no other one asks another machine.
/// Starting is idempotent by the id of the run: a start that was cut off by a crash is simply repeated.
@Component
public class StartPlacedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StartPlacedJobs.class);
    private static final int BATCH = 50;
    private static final int CLUSTER_BATCH = 500;

    private final JobStore jobs;
    private final JobMoves moves;
    private final Engines engines;
    private final RunRequests requests;
    private final ComputeSettings settings;
    private final AppNodes nodes;

    StartPlacedJobs(
            JobStore jobs,
            JobMoves moves,
            Engines engines,
            RunRequests requests,
            ComputeSettings settings,
            AppNodes nodes) {
        this.jobs = jobs;
        this.moves = moves;
        this.engines = engines;
        this.requests = requests;
        this.settings = settings;
        this.nodes = nodes;
    }

    public void run() {
        here();
        onClusters();
    }

    /// First what this node's machine was asked for already, and may have begun; then as much more as it can carry.
    void here() {
        var me = nodes.self();
        var engine = engines.here();
        EachJob.of(jobs.onNode(JobState.PLACED, me, BATCH), "starting", job -> {
            if (job.course().run() == 1 || mayBegin(job, engine)) {
                start(job, engine);
            }
        });
        var room = Math.max(0, settings.runsAtOnce() - jobs.countOnNode(me));
        EachJob.of(jobs.unasked(engine.name(), Math.min(BATCH, room)), "starting", job -> {
            if (moves.claimed(job, engine.name(), me)) {
                start(job, engine);
            }
        });
    }

    /// One that was interrupted comes back to the machine of its checkpoints, which may be busy with others now.
    private boolean mayBegin(JobView job, ExecutionEngine engine) {
        return job.stopReason() != null
                || jobs.countRunningOnNode(job.runNode()) < settings.runsAtOnce()
                || !(engine.poll(job.run().id()) instanceof RunState.Unknown);
    }

    void onClusters() {
        var others = new EngineFilter(engines.here().name(), false);
        EachJob.of(jobs.inState(JobState.PLACED, others, CLUSTER_BATCH), "starting", this::startOnCluster);
    }

    private void startOnCluster(JobView job) {
        if (!engines.isKnown(job)) {
            moves.remarked(job, "CLUSTER_NOT_IN_SETTINGS " + engines.nameFor(job));
            return;
        }
        var engine = engines.of(job);
        if (job.engine().isEmpty()) {
            moves.assigned(job, engine.name());
        }
        start(job, engine);
    }

    private void start(JobView job, ExecutionEngine engine) {
        var stopReason = job.stopReason();
        if (stopReason != null) {
            leave(job, engine, stopReason, () -> moves.notStarted(job, "STOPPED", stopReason));
            return;
        }
        if (job.course().askedBackAt() != null) {
            leave(job, engine, "it gives its GPUs back before it begins", () -> moves.withdrawn(job));
            return;
        }
        switch (engine.start(requests.of(job))) {
            case StartOutcome.Started _, StartOutcome.AlreadyStarted _ -> moves.started(job);
            case StartOutcome.Waiting(var reason) -> moves.remarked(job, "PROVIDER_WAITS " + reason);
            case StartOutcome.Refused(var code, var facts) -> {
                LOG.warn("job {} could not start: {} {}", job.id(), code, facts);
                if (code != StartOutcome.Code.TOO_MANY_RUNS) {
                    moves.notStarted(job, code.name(), facts.isEmpty() ? "" : facts.toString());
                }
            }
        }
    }

    /// An engine that was asked already may have begun: then the job counts as started and its end is told as any
    /// other.
    private void leave(JobView job, ExecutionEngine engine, String reason, Runnable unbegun) {
        var run = job.run().id();
        switch (engine.poll(run)) {
            case RunState.Unknown _ -> unbegun.run();
            case RunState.Waiting _, RunState.OutOfSight _ -> engine.stop(run, reason);
            case RunState.Ended ended when isUnused(ended) -> unbegun.run();
            case RunState.Running _, RunState.Ended _ -> moves.started(job);
        }
    }

    private static boolean isUnused(RunState.Ended run) {
        return run.exit() == RunExit.STOPPED && run.usage().elapsedMs() == 0;
    }
}
