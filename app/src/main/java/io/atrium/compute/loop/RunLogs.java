// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.store.JobLogStore;
import org.springframework.stereotype.Component;

/// Copies logs into the database, run by run: on a node's machine piece by piece while it runs, so that every node can
/// show it and it outlives the machine; on a cluster when the run has ended, before the engine forgets it.
@Component
class RunLogs {

    private static final int SLICE_BYTES = 256 * 1024;

    /// What is kept of one job's log, from its beginning.
    private static final int KEPT_BYTES_MAX = 4 * 1024 * 1024;

    private final Engines engines;
    private final JobLogStore logs;

    RunLogs(Engines engines, JobLogStore logs) {
        this.engines = engines;
        this.logs = logs;
    }

    /// Copies what was printed since the last time, behind what earlier runs printed.
    void follow(JobView job, ExecutionEngine engine) {
        var run = job.run().id();
        long before = job.course().logBytesBefore();
        long from = logs.partsEnd(job.id());
        while (from < KEPT_BYTES_MAX) {
            var slice = engine.log(run, from - before, SLICE_BYTES).behind(before);
            if (slice.nextByte() <= from) {
                return;
            }
            logs.addPart(job.id(), slice);
            from = slice.nextByte();
        }
    }

    /// How much a job has printed so far, as far as it is kept.
    long bytes(JobView job) {
        return logs.partsEnd(job.id());
    }

    /// Keeps the whole log of a job that has ended. If its cluster is out of the settings, the last run's log stays
    /// there.
    void keep(JobView job) {
        if (!engines.isOnNode(job) && engines.isKnown(job)) {
            follow(job, engines.of(job));
        }
        logs.keepParts(job.id());
    }
}
