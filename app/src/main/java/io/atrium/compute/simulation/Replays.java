// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_RUN;
import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.REPLAY;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.StopJob;
import io.atrium.compute.store.JobStore;
import io.atrium.identity.Audit;
import io.atrium.jooq.tables.records.ReplayRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Requests;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the replay (回放): starts a day of simulated arrivals, lets them arrive, and ends it.
///
/// The firms of the day are those of the demo that nobody signs in for: what a persona sees as its own is never
/// simulated.
@Component
@ConditionalOnProperty(name = "atrium.demo", havingValue = "true")
public class Replays {

    static final int JOBS = 900;

    /// Pools that are wanted more than their size says; a queue grows before them.
    private static final Map<String, Integer> WANTED = Map.of("H800-class", 8, "H20-class", 6);

    private static final long SEED = 20_261_130;
    private static final int FIRMS_MAX = 80;
    private static final int ARRIVALS_AT_ONCE = 20;

    private final DSLContext database;
    private final SimulatedJobs simulated;
    private final Jobs jobs;
    private final Pools pools;
    private final Requests requests;
    private final Audit audit;
    private final InstantSource clock;

    Replays(
            DSLContext database,
            SimulatedJobs simulated,
            Jobs jobs,
            Pools pools,
            Requests requests,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.simulated = simulated;
        this.jobs = jobs;
        this.pools = pools;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    record Begun(long replay) {}

    record Ended(long replay, int stopped) {}

    /// Refused: throws, when one runs already or there is nobody and nothing to replay with.
    @Transactional
    public void start(Actor actor, RequestKey key) {
        actor.require(Permission.RUN_SYSTEM);
        requests.once(actor, key, "replay", Begun.class, () -> startNew(actor));
    }

    private Begun startNew(Actor actor) {
        if (running().isPresent()) {
            throw new RefusedException(ComputeRefusal.REPLAY_RUNNING);
        }
        if (firms().isEmpty() || pools.list().isEmpty()) {
            throw new RefusedException(ComputeRefusal.REPLAY_IMPOSSIBLE);
        }
        long id = database.insertInto(REPLAY)
                .set(REPLAY.STARTED_BY, actor.name())
                .set(REPLAY.STARTED_AT, JobStore.at(clock.instant()))
                .set(REPLAY.JOBS, JOBS)
                .returning(REPLAY.ID)
                .fetchSingle()
                .getId();
        audit.record(actor, "compute.replay-started", String.valueOf(id), Map.of("jobs", JOBS));
        return new Begun(id);
    }

    /// Ends the arrivals and stops every simulated job that is not over.
    @Transactional
    public void end(Actor actor, RequestKey key) {
        actor.require(Permission.RUN_SYSTEM);
        actor.require(Permission.STOP_JOB);
        requests.once(actor, key, "replay-end", Ended.class, () -> endNow(actor, key));
    }

    private Ended endNow(Actor actor, RequestKey key) {
        var replay = running();
        replay.ifPresent(this::close);
        var open = database.select(JOB.ID)
                .from(JOB)
                .where(JOB.ENGINE.eq(JobView.SIMULATED), JOB.STATE.in(stoppable()))
                .orderBy(JOB.ID)
                .forUpdate() // none of them may end by itself meanwhile
                .fetch(row -> new JobId(row.value1()));
        open.forEach(job -> jobs.stop(actor, new StopJob(key.part(job.value()), job, "replay ended")));
        var id = replay.map(ReplayRecord::getId).orElse(0L);
        audit.record(actor, "compute.replay-ended", String.valueOf(id), Map.of("stopped", open.size()));
        return new Ended(id, open.size());
    }

    private static List<String> stoppable() {
        return Arrays.stream(JobState.values())
                .filter(JobState::isStoppable)
                .map(JobState::name)
                .toList();
    }

    /// Lets arrive what is due; a step of the demo's loop. True while there is more to come.
    @Transactional
    public boolean arrive() {
        var replay = running().orElse(null);
        if (replay == null) {
            return false;
        }
        var passed = Duration.between(replay.getStartedAt().toInstant(), clock.instant());
        var pool = pools.list().stream().collect(Collectors.toMap(PoolView::id, Function.identity()));
        var firms = firms();
        var due = day(firms.size(), List.copyOf(pool.values())).stream()
                .skip(replay.getSubmitted())
                .takeWhile(arrival -> arrival.at().compareTo(passed) <= 0)
                .limit(ARRIVALS_AT_ONCE)
                .toList();
        due.forEach(arrival -> simulated.submit(
                arrival,
                firms.get(arrival.firm()),
                Objects.requireNonNull(pool.get(arrival.pool())),
                replay.getStartedBy()));
        replay.setSubmitted(replay.getSubmitted() + due.size());
        replay.update();
        if (replay.getSubmitted() == replay.getJobs().intValue()) {
            close(replay);
        }
        return true;
    }

    private List<Arrival> day(int firms, List<PoolView> pools) {
        var targets = pools.stream()
                .filter(pool -> pool.pricePerGpuHour().isPositive())
                .sorted(Comparator.comparing(PoolView::id))
                .map(pool -> new Day.Target(
                        pool.id(),
                        pool.capacity().gpus(),
                        WANTED.getOrDefault(pool.gpuModel(), 1),
                        !pool.shape().share().isWhole()))
                .toList();
        return Day.of(SEED, JOBS, firms, targets);
    }

    private void close(ReplayRecord replay) {
        replay.setEndedAt(JobStore.at(clock.instant()));
        replay.update();
    }

    /// The newest, running or not.
    @Transactional(readOnly = true)
    public Optional<ReplayView> newest(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        return database.selectFrom(REPLAY)
                .orderBy(REPLAY.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(Replays::view);
    }

    /// Simulated jobs by their state.
    @Transactional(readOnly = true)
    public Map<JobState, Integer> counts(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        var counts = new EnumMap<JobState, Integer>(JobState.class);
        database.select(JOB.STATE, DSL.count())
                .from(JOB)
                .where(JOB.ENGINE.eq(JobView.SIMULATED))
                .groupBy(JOB.STATE)
                .forEach(row -> counts.put(JobState.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /// How often simulated jobs gave GPUs back since the newest replay began.
    @Transactional(readOnly = true)
    public int interruptions(Actor actor) {
        return newest(actor)
                .map(replay -> database.fetchCount(database.selectOne()
                        .from(JOB_RUN)
                        .join(JOB)
                        .on(JOB.ID.eq(JOB_RUN.JOB_ID))
                        .where(JOB.ENGINE.eq(JobView.SIMULATED), JOB_RUN.ENDED_AT.ge(JobStore.at(replay.startedAt())))))
                .orElse(0);
    }

    private Optional<ReplayRecord> running() {
        return database.selectFrom(REPLAY)
                .where(REPLAY.ENDED_AT.isNull())
                .forUpdate()
                .fetchOptional();
    }

    private List<OrgId> firms() {
        return database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(
                        ORGANISATION.KIND.eq(OrgKind.FIRM.name()),
                        ORGANISATION.UNIFIED_CODE.isNotNull(),
                        notExists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.ORGANISATION_ID.eq(ORGANISATION.ID))))
                .orderBy(ORGANISATION.UNIFIED_CODE)
                .limit(FIRMS_MAX)
                .fetch(row -> new OrgId(row.value1()));
    }

    private static ReplayView view(ReplayRecord row) {
        return new ReplayView(
                row.getId(),
                row.getStartedBy(),
                row.getStartedAt().toInstant(),
                row.getJobs(),
                row.getSubmitted(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
    }
}
