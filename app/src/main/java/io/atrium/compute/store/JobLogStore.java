// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.JOB_LOG;
import static io.atrium.jooq.Tables.JOB_LOG_PART;

import io.atrium.compute.JobId;
import io.atrium.compute.execution.LogSlice;
import io.atrium.jooq.tables.records.JobLogPartRecord;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The logs of jobs: whole once they have ended; in pieces, as they were copied from the node's machine, before.
@Component
public class JobLogStore {

    private final DSLContext database;

    JobLogStore(DSLContext database) {
        this.database = database;
    }

    public void save(JobId job, String content, long bytes) {
        database.insertInto(JOB_LOG)
                .set(JOB_LOG.JOB_ID, job.value())
                .set(JOB_LOG.CONTENT, content.replace("\u0000", "\uFFFD"))
                .set(JOB_LOG.BYTES, bytes)
                .onConflictDoNothing()
                .execute();
    }

    public @Nullable String find(JobId job) {
        return database.select(JOB_LOG.CONTENT)
                .from(JOB_LOG)
                .where(JOB_LOG.JOB_ID.eq(job.value()))
                .fetchOne(JOB_LOG.CONTENT);
    }

    /// Adds a piece to the log of a job that runs, unless it is there.
    public void addPart(JobId job, LogSlice part) {
        database.insertInto(JOB_LOG_PART)
                .set(JOB_LOG_PART.JOB_ID, job.value())
                .set(JOB_LOG_PART.FROM_BYTE, part.fromByte())
                .set(JOB_LOG_PART.TO_BYTE, part.nextByte())
                .set(JOB_LOG_PART.CONTENT, part.text())
                .onConflictDoNothing()
                .execute();
    }

    /// How far the log of a job was copied.
    public long partsEnd(JobId job) {
        return Objects.requireNonNull(database.select(DSL.coalesce(DSL.max(JOB_LOG_PART.TO_BYTE), 0L))
                .from(JOB_LOG_PART)
                .where(JOB_LOG_PART.JOB_ID.eq(job.value()))
                .fetchSingle()
                .value1());
    }

    /// What was copied from a byte on, at least that many bytes if there are; without text when there is none yet.
    public LogSlice parts(JobId job, long fromByte, int bytes) {
        var text = new StringBuilder();
        long end = fromByte;
        try (var parts = database.selectFrom(JOB_LOG_PART)
                .where(JOB_LOG_PART.JOB_ID.eq(job.value()), JOB_LOG_PART.TO_BYTE.gt(fromByte))
                .orderBy(JOB_LOG_PART.FROM_BYTE)
                .fetchLazy()) {
            for (var part = parts.fetchNext(); part != null && end - fromByte < bytes; part = parts.fetchNext()) {
                text.append(textFrom(part, end));
                end = part.getToByte();
            }
        }
        return new LogSlice(fromByte, end, text.toString(), false);
    }

    private static String textFrom(JobLogPartRecord part, long fromByte) {
        var bytes = part.getContent().getBytes(StandardCharsets.UTF_8);
        int skipped = (int) Math.clamp(fromByte - part.getFromByte(), 0, bytes.length);
        return new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8);
    }

    /// All that was copied of a log, which is then kept as the log.
    public void keepParts(JobId job) {
        var text = String.join(
                "",
                database.select(JOB_LOG_PART.CONTENT)
                        .from(JOB_LOG_PART)
                        .where(JOB_LOG_PART.JOB_ID.eq(job.value()))
                        .orderBy(JOB_LOG_PART.FROM_BYTE)
                        .fetch(JOB_LOG_PART.CONTENT));
        save(job, text, partsEnd(job));
        database.deleteFrom(JOB_LOG_PART)
                .where(JOB_LOG_PART.JOB_ID.eq(job.value()))
                .execute();
    }
}
