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
        if (run.job() == null) {
            return;
        }
        try {
            api.cancel(run.job());
        } catch (SlurmUnavailable _) {
            // asked again
        }
    }
}
