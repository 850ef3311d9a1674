// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.JOB_RUN;

import io.atrium.compute.JobInterruption;
import io.atrium.compute.JobView;
import io.atrium.jooq.tables.records.JobRunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What interruptions cost, from the rows of runs that gave their GPUs back.
@Component
public class InterruptionStore {

    private final DSLContext database;

    InterruptionStore(DSLContext database) {
        this.database = database;
    }

    /// How a job was interrupted so far, the first time first.
    public List<JobInterruption> list(JobView job) {
        var runs = database.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB_ID.eq(job.id().value()))
                .orderBy(JOB_RUN.RUN)
                .fetch();
        var found = new ArrayList<JobInterruption>();
        for (int at = 0; at < runs.size(); at++) {
            var next = at + 1 < runs.size() ? runs.get(at + 1).getPlacedAt().toInstant() : job.goneOnAt();
            found.add(interruption(job, runs.get(at), next));
        }
        return found;
    }

    private static JobInterruption interruption(JobView job, JobRunRecord run, @Nullable Instant goneOn) {
        var ended = run.getEndedAt().toInstant();
        return new JobInterruption(
                run.getRun(),
                run.getStartedAt().toInstant(),
                run.getAskedBackAt().toInstant(),
                ended,
                Duration.ofMillis(run.getElapsedMs()),
                goneOn,
                lost(run, ended),
                job.ask().amount(),
                job.ask().pricePerGpuHour());
    }

    /// A checkpoint of an earlier run, or none, says nothing of this one. An end that was seen late makes no more lost
    /// than
    /// the run worked.
    private static @Nullable Duration lost(JobRunRecord run, Instant ended) {
        var saved = run.getSavedAt();
        if (saved == null || !saved.isAfter(run.getStartedAt())) {
            return null;
        }
        var since = Duration.between(saved.toInstant(), ended).toMillis();
        return Duration.ofMillis(Math.clamp(since, 0, run.getElapsedMs()));
    }
}
