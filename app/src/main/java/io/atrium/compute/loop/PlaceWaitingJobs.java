// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import static io.atrium.jooq.Tables.JOB;
import static java.util.stream.Collectors.toMap;

import io.atrium.compute.JobEvent;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.domain.WaitAnswers;
import io.atrium.compute.store.JobStore;
import io.atrium.compute.store.QueueStore;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult.Placed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs a scheduling round over the queue: one snapshot, one answer, one transaction.
@Component
public class PlaceWaitingJobs {

    /// One round at a time in the whole database, whoever runs it.
    private static final long LOCK = 0x41545f504c414345L;

    private final DSLContext database;
    private final QueueStore queue;
    private final JobStore jobs;
    private final InstantSource clock;

    PlaceWaitingJobs(DSLContext database, QueueStore queue, JobStore jobs, InstantSource clock) {
        this.database = database;
        this.queue = queue;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public void run() {
        if (queue.isEmpty()) {
            return;
        }
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        var now = clock.instant();
        var result = Round.of(queue.snapshot(now));
        result.placed().forEach(placed -> place(placed, now));
        jobs.saveWaits(result.waiting().stream()
                .collect(toMap(
                        waiting -> new JobId(waiting.job().id().value()), waiting -> WaitAnswers.of(waiting, now))));
    }

    private void place(Placed placed, Instant now) {
        var job = new JobId(placed.job().id().value());
        if (!jobs.move(job, JobState.QUEUED, JobState.PLACED, Map.of(JOB.PLACED_AT, JobStore.at(now)))) {
            return; // stopped since the snapshot was read
        }
        queue.insertSlices(job.value(), placed.placement());
        jobs.deleteWait(job);
        var nodes = placed.placement().slices().size();
        jobs.addEvent(
                job,
                new JobEvent(
                        now, JobState.PLACED.name(), placed.placement().pool().value() + " × " + nodes, null));
    }
}
