// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobId;
import io.atrium.compute.JobRun;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.store.JobStore;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.node.AppNodes;
import org.springframework.stereotype.Component;

/// Clears this node's machine of runs whose jobs are settled. One that still runs then was given up while this node was
/// out of touch: it is stopped first, for nobody pays for it.
@Component
class ForgetRuns {

    private static final String GIVEN_UP = "its node was out of touch for too long";

    private final Engines engines;
    private final JobStore jobs;
    private final AppNodes nodes;

    ForgetRuns(Engines engines, JobStore jobs, AppNodes nodes) {
        this.engines = engines;
        this.jobs = jobs;
        this.nodes = nodes;
    }

    void here() {
        runs();
        checkpoints();
    }

    private void runs() {
        var engine = engines.here();
        for (var run : engine.kept()) {
            if (!isOfAJob(run) || isNeeded(JobRun.of(run))) {
                continue;
            }
            if (!engine.forget(run)) {
                engine.stop(run, GIVEN_UP);
            }
        }
    }

    /// Checkpoints stay as long as their job may go on, whichever node would do that.
    private void checkpoints() {
        var engine = engines.here();
        engine.keptCheckpoints().stream()
                .filter(name -> jobs.find(new Scope.All(), new JobId(name))
                        .filter(job -> job.state() != JobState.SETTLED)
                        .isEmpty())
                .forEach(engine::forgetCheckpoints);
    }

    private boolean isNeeded(JobRun run) {
        return jobs.find(new Scope.All(), run.job())
                .filter(job -> job.run().equals(run))
                .filter(this::isOurs)
                .isPresent();
    }

    /// Trials of the engine lie there too.
    private static boolean isOfAJob(RunId run) {
        return run.value().startsWith(JobId.PREFIX);
    }

    private boolean isOurs(JobView job) {
        boolean isElsewhere = !job.runNode().isEmpty() && !job.runNode().equals(nodes.self());
        return job.state() != JobState.SETTLED && !isElsewhere;
    }
}
