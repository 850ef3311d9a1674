// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_EVENT;
import static io.atrium.jooq.Tables.JOB_RUN;
import static io.atrium.jooq.Tables.JOB_WAIT;
import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.POOL_ENGINE;

import io.atrium.compute.JobEvent;
import io.atrium.compute.JobFilter;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.WaitAnswer;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.jooq.tables.records.JobWaitRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of jobs: reading under a scope, and the moves of the state table.
@Component
public class JobStore {

    /// An unchanged answer is dated anew this often.
    private static final Duration WAIT_STALE = Duration.ofSeconds(30);

    private final DSLContext database;
    private final JsonMapper json;

    JobStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void insert(Consumer<JobRecord> values) {
        var row = database.newRecord(JOB);
        values.accept(row);
        row.insert();
    }

    /// Moves a job along the table of states, or does nothing and says false if another was faster.
    public boolean move(JobId job, JobState from, JobState to, Map<org.jooq.Field<?>, ?> changes) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("a job that is " + from + " never becomes " + to);
        }
        return database.update(JOB)
                        .set(JOB.STATE, to.name())
                        .set(changes)
                        .where(JOB.ID.eq(job.value()), JOB.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    /// The same for the run of a job that was seen: what is told late of an earlier run moves nothing.
    public boolean move(JobView seen, JobState from, JobState to, Map<org.jooq.Field<?>, ?> changes) {
        return isAtRun(seen) && move(seen.id(), from, to, changes);
    }

    /// Locks the job until the transaction ends, if so.
    private boolean isAtRun(JobView seen) {
        return database.select(JOB.RUN)
                .from(JOB)
                .where(JOB.ID.eq(seen.id().value()), JOB.RUN.eq(seen.course().run()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    public void change(JobId job, Map<org.jooq.Field<?>, ?> changes) {
        database.update(JOB).set(changes).where(JOB.ID.eq(job.value())).execute();
    }

    /// Changes a job whose run is in a state, and does nothing to one that has left it: late reports are harmless.
    public void changeIn(JobView seen, JobState state, Map<org.jooq.Field<?>, ?> changes) {
        database.update(JOB)
                .set(changes)
                .where(
                        JOB.ID.eq(seen.id().value()),
                        JOB.STATE.eq(state.name()),
                        JOB.RUN.eq(seen.course().run()))
                .execute();
    }

    /// Tells a job that runs, or that has not begun on its cluster, to give its GPUs back; false if it has ended, or
    /// somebody
    /// has stopped it or told it already.
    public boolean askBack(JobId job, Instant now) {
        return database.update(JOB)
                        .set(JOB.ASKED_BACK_AT, at(now))
                        .where(
                                JOB.ID.eq(job.value()),
                                JOB.STATE.eq(JobState.RUNNING.name()).or(waitsOnCluster()),
                                JOB.INTERRUPTIBLE.isTrue(),
                                JOB.STOP_REASON.isNull(),
                                JOB.ASKED_BACK_AT.isNull())
                        .execute()
                == 1;
    }

    private static Condition waitsOnCluster() {
        return JOB.STATE.eq(JobState.PLACED.name()).and(JOB.ENGINE.startsWith(SlurmEngine.NAMES));
    }

    /// Notes of waiting jobs that their firms are told now that they will be late; gives those of which it was not
    /// noted
    /// before.
    public List<JobId> tellLate(Collection<JobId> late, Instant now) {
        if (late.isEmpty()) {
            return List.of();
        }
        return database.update(JOB)
                .set(JOB.TOLD_LATE_AT, at(now))
                .where(
                        JOB.ID.eq(DSL.any(late.stream().map(JobId::value).toArray(String[]::new))),
                        JOB.STATE.eq(JobState.QUEUED.name()),
                        JOB.TOLD_LATE_AT.isNull())
                .returningResult(JOB.ID)
                .fetch(row -> new JobId(row.value1()));
    }

    /// Keeps what an interrupted run was; the job goes on to its next one.
    public void addRun(JobView job, RunState.Ended run) {
        var times = job.times();
        database.insertInto(JOB_RUN)
                .set(JOB_RUN.JOB_ID, job.id().value())
                .set(JOB_RUN.RUN, job.course().run())
                .set(JOB_RUN.PLACED_AT, at(Objects.requireNonNull(times.placed())))
                .set(JOB_RUN.STARTED_AT, at(Objects.requireNonNull(times.started())))
                .set(
                        JOB_RUN.ASKED_BACK_AT,
                        at(Objects.requireNonNull(job.course().askedBackAt())))
                .set(JOB_RUN.ENDED_AT, at(run.endedAt()))
                .set(JOB_RUN.ELAPSED_MS, run.usage().elapsedMs())
                .set(JOB_RUN.CPU_MS, run.usage().cpuMs())
                .set(JOB_RUN.SAVED_AT, run.checkpointedAt().map(JobStore::at).orElse(null))
                .execute();
    }

    public void addEvent(JobId job, JobEvent event) {
        database.insertInto(JOB_EVENT)
                .set(JOB_EVENT.JOB_ID, job.value())
                .set(JOB_EVENT.AT, event.at().atOffset(ZoneOffset.UTC))
                .set(JOB_EVENT.KIND, event.kind())
                .set(JOB_EVENT.DETAIL, event.detail())
                .set(JOB_EVENT.ACTOR, event.actor())
                .execute();
    }

    public List<JobEvent> events(JobId job) {
        return database.selectFrom(JOB_EVENT)
                .where(JOB_EVENT.JOB_ID.eq(job.value()))
                .orderBy(JOB_EVENT.ID)
                .fetch(row -> new JobEvent(row.getAt().toInstant(), row.getKind(), row.getDetail(), row.getActor()));
    }

    public Optional<JobView> find(Scope scope, JobId job) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(visible(scope), JOB.ID.eq(job.value()))
                .fetchOptional(row -> JobRows.view(row.value1(), row.value2()));
    }

    /// The job, locked until the transaction ends; whoever reads its state here may rely on it.
    public Optional<JobView> lock(JobId job) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(JOB.ID.eq(job.value()))
                .forUpdate()
                .of(JOB)
                .fetchOptional(row -> JobRows.view(row.value1(), row.value2()));
    }

    /// Running jobs first, then waiting ones in the order of their turns, then what is over, newest first.
    public List<JobView> list(Scope scope, JobFilter filter, long offset, int limit) {
        var rank = DSL.case_(JOB.STATE)
                .when(JobState.RUNNING.name(), 0)
                .when(JobState.PLACED.name(), 1)
                .when(JobState.QUEUED.name(), 2)
                .else_(3);
        var turn = DSL.when(JOB.STATE.eq(JobState.QUEUED.name()), JOB.SUBMITTED_AT);
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(visible(scope), wanted(filter))
                .orderBy(rank, turn, JOB.SUBMITTED_AT.desc(), JOB.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> JobRows.view(row.value1(), row.value2()));
    }

    /// Newest first, from the job after a given one; for pages with cursors.
    public List<JobView> page(Scope scope, JobFilter filter, @Nullable String after, int rows) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(visible(scope), wanted(filter), after == null ? DSL.noCondition() : JOB.ID.lt(after))
                .orderBy(JOB.ID.desc())
                .limit(rows)
                .fetch(row -> JobRows.view(row.value1(), row.value2()));
    }

    public int count(Scope scope, JobFilter filter) {
        return database.fetchCount(JOB, visible(scope).and(wanted(filter)));
    }

    /// Jobs in a state, oldest first; for the loop.
    public List<JobView> inState(JobState state, int limit) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(JOB.STATE.eq(state.name()))
                .orderBy(JOB.SUBMITTED_AT, JOB.ID)
                .limit(limit)
                .fetch(row -> JobRows.view(row.value1(), row.value2()));
    }

    /// The same for jobs of one engine, or of any other than it; a job that no engine was asked for yet goes to the one
    /// of its pool.
    public List<JobView> inState(JobState state, EngineFilter engine, int limit) {
        return selectInState(state, ofEngine(engine), limit);
    }

    private List<JobView> selectInState(JobState state, Condition which, int limit) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .leftJoin(POOL_ENGINE)
                .on(POOL_ENGINE.POOL_ID.eq(JOB.POOL_ID))
                .where(JOB.STATE.eq(state.name()), which)
                .orderBy(JOB.SUBMITTED_AT, JOB.ID)
                .limit(limit)
                .fetch(row -> JobRows.view(row.value1(), row.value2()));
    }

    /// @param isMeant true: jobs of the engine of this name; false: all others
    public record EngineFilter(String name, boolean isMeant) {}

    private static Condition ofEngine(EngineFilter filter) {
        var engine = DSL.coalesce(JOB.ENGINE, POOL_ENGINE.ENGINE, DSL.inline(filter.name()));
        return filter.isMeant() ? engine.eq(filter.name()) : engine.ne(filter.name());
    }

    /// Jobs in a state that a node's machine was asked to run, oldest first.
    public List<JobView> onNode(JobState state, String node, int limit) {
        return selectInState(state, JOB.RUN_NODE.eq(node), limit);
    }

    /// Placed jobs of an engine that nobody was asked to run yet, oldest first.
    public List<JobView> unasked(String engine, int limit) {
        return selectInState(JobState.PLACED, JOB.ENGINE.isNull().and(ofEngine(new EngineFilter(engine, true))), limit);
    }

    /// Jobs in a state of an engine of machines of which nobody knows whose machine it was: of a time before nodes.
    public List<JobView> onNoNode(JobState state, String engine, int limit) {
        return selectInState(state, JOB.ENGINE.eq(engine).and(JOB.RUN_NODE.isNull()), limit);
    }

    /// How many jobs a node's machine has to carry.
    public int countOnNode(String node) {
        return database.fetchCount(
                JOB, JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()), JOB.RUN_NODE.eq(node));
    }

    public int countRunningOnNode(String node) {
        return database.fetchCount(JOB, JOB.STATE.eq(JobState.RUNNING.name()), JOB.RUN_NODE.eq(node));
    }

    /// Nodes whose machines have to carry jobs.
    public Set<String> busyNodes() {
        return database.selectDistinct(JOB.RUN_NODE)
                .from(JOB)
                .where(JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()), JOB.RUN_NODE.isNotNull())
                .fetchSet(JOB.RUN_NODE);
    }

    /// Makes a placed job that nobody was asked to run one node's own; false if another was faster.
    public boolean claim(JobId job, String engine, String node) {
        return database.update(JOB)
                        .set(JOB.ENGINE, engine)
                        .set(JOB.RUN_NODE, node)
                        .where(
                                JOB.ID.eq(job.value()),
                                JOB.STATE.eq(JobState.PLACED.name()),
                                JOB.ENGINE.isNull(),
                                JOB.RUN_NODE.isNull())
                        .execute()
                == 1;
    }

    public List<JobView> newestSettled(int limit) {
        return database.select(JOB, POOL.GPU_MODEL)
                .from(JOB)
                .join(POOL)
                .on(POOL.ID.eq(JOB.POOL_ID))
                .where(JOB.STATE.eq(JobState.SETTLED.name()))
                .orderBy(JOB.SETTLED_AT.desc())
                .limit(limit)
                .fetch(row -> JobRows.view(row.value1(), row.value2()));
    }

    public int countUnfinished(OrgId firm) {
        return database.fetchCount(
                JOB, JOB.FIRM_ID.eq(firm.value()), JOB.STATE.notIn(JobState.SETTLED.name(), JobState.CANCELLED.name()));
    }

    /// Writes the answers that have changed, or that are so old that their time would mislead.
    public void saveWaits(Map<JobId, WaitAnswer> answers) {
        var known = database.select(JOB_WAIT.JOB_ID, JOB_WAIT.FINGERPRINT, JOB_WAIT.AT)
                .from(JOB_WAIT)
                .fetchMap(row -> new JobId(row.value1()), row -> row);
        var rows = answers.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .filter(row -> {
                    var before = known.get(new JobId(row.getJobId()));
                    return before == null
                            || !before.value2().equals(row.getFingerprint())
                            || before.value3().plus(WAIT_STALE).isBefore(row.getAt());
                })
                .toList();
        if (!rows.isEmpty()) {
            database.batchMerge(rows).execute();
        }
    }

    private JobWaitRecord row(JobId job, WaitAnswer answer) {
        var row = database.newRecord(JOB_WAIT);
        row.setJobId(job.value());
        row.setAt(at(answer.at()));
        row.setAnswer(JSONB.valueOf(json.writeValueAsString(answer)));
        row.setFingerprint(Integer.toHexString(answer.seenAt(Instant.EPOCH).hashCode()));
        return row;
    }

    public Optional<WaitAnswer> wait(JobId job) {
        return database.select(JOB_WAIT.ANSWER)
                .from(JOB_WAIT)
                .where(JOB_WAIT.JOB_ID.eq(job.value()))
                .fetchOptional(row -> json.readValue(row.value1().data(), WaitAnswer.class));
    }

    /// The answers of those jobs that have one.
    public Map<JobId, WaitAnswer> waits(Collection<JobId> waiting) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        return database.select(JOB_WAIT.JOB_ID, JOB_WAIT.ANSWER)
                .from(JOB_WAIT)
                .where(JOB_WAIT.JOB_ID.in(waiting.stream().map(JobId::value).toList()))
                .fetchMap(
                        row -> new JobId(row.value1()),
                        row -> json.readValue(row.value2().data(), WaitAnswer.class));
    }

    public Map<String, String> names(Collection<String> ids) {
        return database.select(JOB.ID, JOB.NAME)
                .from(JOB)
                .where(JOB.ID.in(ids))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    public void deleteWait(JobId job) {
        database.deleteFrom(JOB_WAIT).where(JOB_WAIT.JOB_ID.eq(job.value())).execute();
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, JOB.FIRM_ID, JOB.PROVIDER_ID);
    }

    private static Condition wanted(JobFilter filter) {
        var states = filter.states().isEmpty()
                ? DSL.noCondition()
                : JOB.STATE.in(filter.states().stream().map(JobState::name).toList());
        return states.and(named(filter.words()));
    }

    private static Condition named(String words) {
        return words.isEmpty()
                ? DSL.noCondition()
                : DSL.or(JOB.NAME.containsIgnoreCase(words), JOB.PROJECT.containsIgnoreCase(words), JOB.ID.eq(words));
    }

    /// For columns that hold a moment.
    public static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
