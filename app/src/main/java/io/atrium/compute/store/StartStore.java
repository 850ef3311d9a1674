// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Sequences.START_ESTIMATE_KNOWN_ORDER;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.START_ESTIMATE;
import static java.util.stream.Collectors.groupingBy;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartLesson;
import io.atrium.engine.scheduler.model.StartNews;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import io.atrium.jooq.tables.records.StartEstimateRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/// What jobs were told about their start and what came of it, so that whichever node leads knows it. Simulated jobs
/// have a book of their own.
@Component
public class StartStore {

    /// The book of simulated jobs.
    static final String SIMULATED = JobView.SIMULATED;

    private static final String WAITING = "WAITING";
    private static final String LATE = "LATE";
    static final String STARTED = "STARTED";
    private static final String STOPPED = "STOPPED";

    private final DSLContext database;

    StartStore(DSLContext database) {
        this.database = database;
    }

    /// What the next round is to know.
    StartExperience experience() {
        var told = new HashMap<JobId, ToldStart>();
        var bookOf = new HashMap<JobId, String>();
        database.select(JOB.ID, JOB.ENGINE, START_ESTIMATE)
                .from(JOB)
                .leftJoin(START_ESTIMATE)
                .on(START_ESTIMATE.JOB_ID.eq(JOB.ID))
                .where(JOB.STATE.eq(JobState.QUEUED.name()))
                .forEach(row -> {
                    var job = new JobId(row.value1());
                    if (JobView.SIMULATED.equals(row.value2())) {
                        bookOf.put(job, SIMULATED);
                    }
                    if (row.value3().getJobId() != null) {
                        told.put(job, told(row.value3()));
                    }
                });
        return new StartExperience(books(), told, bookOf);
    }

    private Map<String, StartExperience.Book> books() {
        var books = new HashMap<String, StartExperience.Book>();
        lastKnown(StartExperience.USUAL).unionAll(lastKnown(SIMULATED)).fetch().stream()
                .collect(groupingBy(StartEstimateRecord::getBook))
                .forEach((book, rows) -> books.put(book, book(rows)));
        return books;
    }

    /// The newest first; it says where the ends lie.
    private Select<StartEstimateRecord> lastKnown(String book) {
        return database.selectFrom(START_ESTIMATE)
                .where(START_ESTIMATE.BOOK.eq(book), START_ESTIMATE.KNOWN_ORDER.isNotNull())
                .orderBy(START_ESTIMATE.KNOWN_ORDER.desc())
                .limit(Limits.WAITS_MAX);
    }

    private static StartExperience.Book book(List<StartEstimateRecord> rows) {
        var waits = rows.reversed().stream()
                .map(row -> new StartExperience.Wait(new JobId(row.getJobId()), row.getKind(), row.getWaited()))
                .toList();
        var newest = rows.getFirst();
        return new StartExperience.Book(new StartEnds(newest.getBelow(), newest.getAbove()), waits);
    }

    private static ToldStart told(StartEstimateRecord row) {
        return new ToldStart(
                new JobId(row.getJobId()),
                row.getBook(),
                row.getKind(),
                row.getToldAt().toInstant(),
                new StartRange(
                        row.getPlannedEarliest().toInstant(),
                        row.getPlannedLatest().toInstant()),
                row.getLikelyEarliest() == null
                        ? Optional.empty()
                        : Optional.of(new StartRange(
                                row.getLikelyEarliest().toInstant(),
                                row.getLikelyLatest().toInstant())),
                row.getOutcome().equals(LATE));
    }

    /// Keeps what a round has added, in the transaction that places its jobs. What was stopped meanwhile stays as it is.
    public void save(StartNews news) {
        if (!news.lessons().isEmpty()) {
            database.batch(news.lessons().stream().map(this::known).toList()).execute();
        }
        if (!news.firsts().isEmpty()) {
            database.batchInsert(news.firsts().stream().map(this::first).toList()).execute();
        }
    }

    private Query known(StartLesson lesson) {
        return database.update(START_ESTIMATE)
                .set(START_ESTIMATE.OUTCOME, lesson.isStart() ? STARTED : LATE)
                .set(START_ESTIMATE.KNOWN_AT, JobStore.at(lesson.at()))
                .set(START_ESTIMATE.KNOWN_ORDER, START_ESTIMATE_KNOWN_ORDER.nextval())
                .set(START_ESTIMATE.WAITED, lesson.known().thousandths())
                .set(START_ESTIMATE.BELOW, lesson.ends().below())
                .set(START_ESTIMATE.ABOVE, lesson.ends().above())
                .where(
                        START_ESTIMATE.JOB_ID.eq(lesson.told().job().value()),
                        START_ESTIMATE.OUTCOME.in(WAITING, LATE));
    }

    private StartEstimateRecord first(ToldStart told) {
        var row = database.newRecord(START_ESTIMATE);
        row.setJobId(told.job().value());
        row.setBook(told.book());
        row.setKind(told.kind());
        row.setToldAt(JobStore.at(told.at()));
        row.setPlannedEarliest(JobStore.at(told.planned().earliest()));
        row.setPlannedLatest(JobStore.at(told.planned().latest()));
        row.setLikelyEarliest(told.likely().map(StartRange::earliest).map(JobStore::at).orElse(null));
        row.setLikelyLatest(told.likely().map(StartRange::latest).map(JobStore::at).orElse(null));
        return row;
    }

    /// A job that is stopped while it waits counts for nothing.
    public void stop(io.atrium.compute.JobId job) {
        database.update(START_ESTIMATE)
                .set(START_ESTIMATE.OUTCOME, STOPPED)
                .where(START_ESTIMATE.JOB_ID.eq(job.value()), START_ESTIMATE.OUTCOME.in(WAITING, LATE))
                .execute();
    }
}
