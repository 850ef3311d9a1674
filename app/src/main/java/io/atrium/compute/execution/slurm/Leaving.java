// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.time.InstantSource;

/// Asks a run to leave its cluster (让出): one that keeps checkpoints by SIGTERM, and after its grace like any other by
/// cancelling it. A cluster that does not answer is asked again in the next round.
///
/// That a SIGTERM is sent is kept before it is sent, and taken back only if it surely did not come through: a run that
/// may have been told never counts as ended by itself.
final class Leaving {

    private final SlurmApi api;
    private final ClusterRuns runs;
    private final InstantSource clock;

    Leaving(SlurmApi api, ClusterRuns runs, InstantSource clock) {
        this.api = api;
        this.runs = runs;
        this.clock = clock;
    }

    void ask(ClusterRun run) {
        var giving = run.givingBack();
        if (giving == null || run.runningSince() == null || giving.isGraceOver(clock.instant())) {
            cancel(run);
        } else if (giving.taken() == null) {
            tell(run, giving);
        }
    }

    private void tell(ClusterRun run, GivingBack giving) {
        var number = run.job();
        if (number == null) {
            return;
        }
        var telling = giving.isTold() ? giving : giving.sent(clock.instant());
        runs.save(run.giving(telling));
        try {
            api.terminate(number);
            runs.save(run.giving(telling.taken(clock.instant())));
        } catch (SlurmUnavailable e) {
            if (!e.isSent()) {
                runs.save(run.giving(giving));
            }
        }
    }

    void cancel(ClusterRun run) {
        var number = run.job();
        if (number == null) {
            return;
        }
        try {
            if (run.runningSince() == null) {
                cancelDoubles(run, number);
            }
            api.cancel(number);
        } catch (SlurmUnavailable _) {
            // asked again
        }
    }

    /// While none of its name has begun, the next one would begin in the place of the first.
    private void cancelDoubles(ClusterRun run, long first) throws SlurmUnavailable {
        for (var job : api.jobs()) {
            boolean isDouble = job.name().equals(run.id().value()) && job.id() != first;
            if (isDouble && job.phase() != SlurmJob.Phase.OVER) {
                api.cancel(job.id());
            }
        }
    }
}
