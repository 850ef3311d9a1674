// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobView;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.store.JobStore;
import org.springframework.stereotype.Component;

/// Copies the log of an ended run into the database, before the engine forgets it.
@Component
class RunLogs {

    private static final int SLICE_BYTES = 256 * 1024;

    /// What is kept of one job's log, from its beginning.
    private static final int KEPT_BYTES_MAX = 4 * 1024 * 1024;

    private final Engines engines;
    private final JobStore jobs;

    RunLogs(Engines engines, JobStore jobs) {
        this.engines = engines;
        this.jobs = jobs;
    }

    void keep(JobView job) {
        if (!engines.isKnown(job)) {
            return; // its cluster is out of the settings: the log stays there
        }
        var run = new RunId(job.id().value());
        var text = new StringBuilder();
        long from = 0;
        while (from < KEPT_BYTES_MAX) {
            var slice = engines.of(job).log(run, from, SLICE_BYTES);
            text.append(slice.text());
            if (slice.complete() || slice.nextByte() <= from) {
                break;
            }
            from = slice.nextByte();
        }
        jobs.saveLog(job.id(), text.toString(), from);
    }
}
