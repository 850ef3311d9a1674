// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobRun;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.store.JobStore;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Bills what has ended and keeps its log, on whichever machine it ran; clusters may then forget the run.
@Component
public class SettleEndedJobs {

    private static final int BATCH = 50;
    private static final int SWEPT_MAX = 200;

    private final JobStore jobs;
    private final JobMoves moves;
    private final Engines engines;
    private volatile boolean swept;

    SettleEndedJobs(JobStore jobs, JobMoves moves, Engines engines) {
        this.jobs = jobs;
        this.moves = moves;
        this.engines = engines;
    }

    public void run() {
        if (!swept) {
            forgetSettledRuns();
            swept = true;
        }
        EachJob.of(jobs.inState(JobState.ENDED, BATCH), "settling", job -> {
            moves.settle(job);
            forget(job);
        });
    }

    /// A crash between a settlement and its forgetting leaves a run behind; the first round after a start clears it.
    private void forgetSettledRuns() {
        EachJob.of(jobs.newestSettled(SWEPT_MAX), "forgetting", this::forget);
    }

    /// All runs of the job. Nodes clear their machines themselves ([ForgetRuns]).
    private void forget(JobView job) {
        if (!engines.isOnNode(job)) {
            engines.find(engines.nameFor(job))
                    .ifPresent(engine -> IntStream.rangeClosed(1, job.run().number())
                            .forEach(number -> engine.forget(new JobRun(job.id(), number).id())));
        }
    }
}
