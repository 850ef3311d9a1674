// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Sequences.START_ESTIMATE_KNOWN_ORDER;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.START_ESTIMATE;
import static java.util.stream.Collectors.groupingBy;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.StartRecord;
import io.atrium.compute.WaitAnswer;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartLesson;
import io.atrium.engine.scheduler.model.StartNews;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import io.atrium.jooq.tables.records.StartEstimateRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What jobs were told about their start and what came of it, so that whichever node leads knows it. A job that was
/// interrupted waits anew and is told anew: each of its waits has its own first word. Simulated jobs have
/// a book of their own.
@Component
public class StartStore {

    private static final String SIMULATED = JobView.SIMULATED;

    private static final String WAITING = "WAITING";
    private static final String LATE = "LATE";
    private static final String STARTED = "STARTED";
    private static final String STOPPED = "STOPPED";

    /// Of more nobody wants to know, and fewer say little.
    private static final int COUNTED_MAX = 200;

    private static final String HELD = "held";

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
                .on(START_ESTIMATE.JOB_ID.eq(JOB.ID), START_ESTIMATE.RUN.eq(JOB.RUN), isOpen())
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

    /// Of a job that has waited several times the last wait counts.
    private static StartExperience.Book book(List<StartEstimateRecord> rows) {
        var seen = new HashSet<String>();
        var last = rows.stream().filter(row -> seen.add(row.getJobId())).toList();
        var waits = last.reversed().stream()
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
                        : Optional.of(new LikelyStart(
                                row.getLikelyMiddle().toInstant(),
                                new StartRange(
                                        row.getLikelyEarliest().toInstant(),
                                        row.getLikelyLatest().toInstant()))),
                row.getOutcome().equals(LATE));
    }

    /// Keeps what a round has added, in the transaction that places its jobs. What was stopped meanwhile stays as it
    /// is.
    public void save(StartNews news) {
        if (!news.lessons().isEmpty()) {
            database.batch(news.lessons().stream().map(this::known).toList()).execute();
        }
        if (!news.firsts().isEmpty()) {
            database.batch(news.firsts().stream().map(this::first).toList()).execute();
        }
    }

    private Query known(StartLesson lesson) {
        return database.update(START_ESTIMATE)
                .set(START_ESTIMATE.OUTCOME, lesson.isStart() ? STARTED : LATE)
                .set(START_ESTIMATE.KNOWN_AT, JobStore.at(lesson.at()))
                .set(START_ESTIMATE.KNOWN_ORDER, START_ESTIMATE_KNOWN_ORDER.nextval())
                .set(START_ESTIMATE.WAITED, lesson.known().millionths())
                .set(START_ESTIMATE.BELOW, lesson.ends().below())
                .set(START_ESTIMATE.ABOVE, lesson.ends().above())
                .where(
                        START_ESTIMATE.JOB_ID.eq(lesson.told().job().value()),
                        lesson.isStart() ? isOpen() : START_ESTIMATE.OUTCOME.eq(WAITING));
    }

    private static Condition isOpen() {
        return START_ESTIMATE.OUTCOME.in(WAITING, LATE);
    }

    /// What was told once is never told again as the first, until the job begins to wait for its next run.
    private Query first(ToldStart told) {
        var job = told.job().value();
        return database.insertInto(START_ESTIMATE)
                .set(row(told))
                .set(START_ESTIMATE.RUN, DSL.select(JOB.RUN).from(JOB).where(JOB.ID.eq(job)))
                .onConflictDoNothing();
    }

    private static StartEstimateRecord row(ToldStart told) {
        var row = new StartEstimateRecord();
        row.setJobId(told.job().value());
        row.setBook(told.book());
        row.setKind(told.kind());
        row.setToldAt(JobStore.at(told.at()));
        row.setPlannedEarliest(JobStore.at(told.planned().earliest()));
        row.setPlannedLatest(JobStore.at(told.planned().latest()));
        told.likely().ifPresent(likely -> {
            row.setLikelyEarliest(JobStore.at(likely.range().earliest()));
            row.setLikelyMiddle(JobStore.at(likely.middle()));
            row.setLikelyLatest(JobStore.at(likely.range().latest()));
        });
        return row;
    }

    /// A job that is stopped while it waits counts for nothing.
    public void stop(io.atrium.compute.JobId job) {
        database.update(START_ESTIMATE)
                .set(START_ESTIMATE.OUTCOME, STOPPED)
                .where(START_ESTIMATE.JOB_ID.eq(job.value()), isOpen())
                .execute();
    }

    /// The answer with how many of the last learned estimates held, of simulated jobs or of others.
    public WaitAnswer counted(WaitAnswer answer, boolean isSimulated) {
        var likely = answer.likely();
        if (likely == null) {
            return answer;
        }
        var last = database.select(DSL.field(isHeld()).as(HELD))
                .from(START_ESTIMATE)
                .where(START_ESTIMATE.BOOK.eq(isSimulated ? SIMULATED : StartExperience.USUAL), isCounted())
                .orderBy(START_ESTIMATE.KNOWN_ORDER.desc())
                .limit(COUNTED_MAX)
                .asTable("last");
        var counts = database.select(
                        DSL.count(), DSL.count().filterWhere(DSL.condition(last.field(HELD, Boolean.class))))
                .from(last)
                .fetchSingle();
        return counts.value1() < StartRecord.CASES_MIN
                ? answer
                : answer.with(likely.counted(counts.value1(), counts.value2()));
    }

    /// How often learned estimates held, by pool and book, for jobs that started since an instant.
    public List<StartRecord> records(Instant since) {
        return database.select(
                        JOB.POOL_ID,
                        START_ESTIMATE.BOOK,
                        DSL.count(),
                        DSL.count().filterWhere(isHeld()))
                .from(START_ESTIMATE)
                .join(JOB)
                .on(JOB.ID.eq(START_ESTIMATE.JOB_ID))
                .where(START_ESTIMATE.KNOWN_AT.ge(JobStore.at(since)), isCounted())
                .groupBy(JOB.POOL_ID, START_ESTIMATE.BOOK)
                .orderBy(JOB.POOL_ID, START_ESTIMATE.BOOK.desc())
                .fetch(row ->
                        new StartRecord(row.value1(), row.value2().equals(SIMULATED), row.value3(), row.value4()));
    }

    private static Condition isCounted() {
        return START_ESTIMATE.OUTCOME.eq(DSL.inline(STARTED)).and(START_ESTIMATE.LIKELY_LATEST.isNotNull());
    }

    private static Condition isHeld() {
        return START_ESTIMATE.KNOWN_AT.between(START_ESTIMATE.LIKELY_EARLIEST, START_ESTIMATE.LIKELY_LATEST);
    }
}
