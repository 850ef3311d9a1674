// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.GPU_QUOTA;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_RUN;
import static io.atrium.jooq.Tables.JOB_SLICE;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobState;
import io.atrium.compute.LendingSettings;
import io.atrium.compute.domain.Contest;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.engine.scheduler.Borrowers;
import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.model.Yielding;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.kernel.OrgId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The queue and what runs, as the scheduler wants them.
@Component
public class QueueStore {

    /// What a job takes, in the parts that [GpuAmount] counts.
    static final Field<Long> PARTS =
            JOB.GPUS.cast(Long.class).times(GpuAmount.PARTS_PER_GPU).div(JOB.SHARES_PER_GPU);

    private final DSLContext database;
    private final FleetStore fleet;
    private final ShareStore shares;
    private final ComputeSettings settings;
    private final LendingSettings lending;
    private final StartStore starts;

    QueueStore(
            DSLContext database,
            FleetStore fleet,
            ShareStore shares,
            ComputeSettings settings,
            LendingSettings lending,
            StartStore starts) {
        this.database = database;
        this.fleet = fleet;
        this.shares = shares;
        this.settings = settings;
        this.lending = lending;
        this.starts = starts;
    }

    /// A running job with what the shares need of it.
    private record Held(Running running, @Nullable Instant startedAt) {}

    /// Everything that a round may know. What runs is read before what waits: a job that is placed between the two
    /// reads is then missing for this once instead of being there twice; one that gives its GPUs back still runs.
    public Snapshot snapshot(Instant at) {
        return snapshot(at, _ -> true);
    }

    /// The same of some pools only, as if there were no others. A waiting job belongs to the pool that it waits for.
    public Snapshot snapshot(Instant at, Predicate<Pool> pools) {
        var held = held(at, DSL.noCondition());
        var runs = held.stream().map(one -> one.running().job()).collect(toSet());
        var all = waiting();
        var used = shares.rows();
        var part = part(fleet.fleet(), pools);
        var models = part.pools().stream().collect(toMap(Pool::id, Pool::model));
        var running = held.stream()
                .filter(one -> models.containsKey(one.running().placement().pool()))
                .toList();
        var waiting = all.stream()
                .filter(job -> !runs.contains(job.id()))
                .filter(job -> models.keySet().containsAll(job.wishes().pools()))
                .toList();
        var contest = new Contest(settings.shareHalfLife(), at);
        waiting.forEach(job -> contest.join(job.tenant()));
        running.forEach(one -> join(contest, one, models, at));
        used.stream()
                .filter(row -> models.containsKey(row.pool()))
                .forEach(row -> contest.used(row.tenant(), row.project(), row.model(), row.use()));
        var quotas = quotas();
        var weights = contest.shares(quotas);
        return new Snapshot(
                at,
                part,
                new Quotas(weights.weights().keySet().stream().collect(toMap(tenant -> tenant, quotas::applyAsInt))),
                weights,
                waiting,
                running.stream().map(Held::running).toList(),
                lending(part),
                starts.experience());
    }

    /// All pools lend: on every engine a run that keeps checkpoints can be taken off and go on.
    private Lending lending(Fleet part) {
        var pools = lending.enabled() ? part.pools().stream().map(Pool::id).collect(toSet()) : Set.<PoolId>of();
        return new Lending(pools, lending.ranMin(), lending.perJobAnHourMax(), lending.perRoundMax(), lending.grace());
    }

    private static Fleet part(Fleet whole, Predicate<Pool> wanted) {
        var pools = whole.pools().stream().filter(wanted).toList();
        var ids = pools.stream().map(Pool::id).collect(toSet());
        return new Fleet(
                pools,
                whole.nodes().stream().filter(node -> ids.contains(node.pool())).toList());
    }

    private static void join(Contest contest, Held held, Map<PoolId, GpuModel> models, Instant at) {
        var job = held.running();
        contest.join(job.tenant());
        if (held.startedAt() != null) {
            var stay = new Stay(job.placement().amount(), held.startedAt(), at);
            var model = Objects.requireNonNull(models.get(job.placement().pool()));
            contest.runs(job.tenant(), job.project(), model, stay);
        }
    }

    static GpuAmount amount(@Nullable BigDecimal parts) {
        return parts == null ? GpuAmount.ZERO : new GpuAmount(parts.longValueExact());
    }

    public boolean isEmpty() {
        return !database.fetchExists(JOB, JOB.STATE.eq(JobState.QUEUED.name()));
    }

    public int quota(OrgId firm) {
        var own = database.select(GPU_QUOTA.GPUS_MAX)
                .from(GPU_QUOTA)
                .where(GPU_QUOTA.FIRM_ID.eq(firm.value()))
                .fetchOne(GPU_QUOTA.GPUS_MAX);
        return own == null ? settings.gpusAtOnce() : own;
    }

    public void setQuota(OrgId firm, int gpusMax) {
        database.insertInto(GPU_QUOTA)
                .set(GPU_QUOTA.FIRM_ID, firm.value())
                .set(GPU_QUOTA.GPUS_MAX, gpusMax)
                .onConflict(GPU_QUOTA.FIRM_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /// What a firm's jobs in any of these states take of GPUs.
    public GpuAmount gpus(OrgId firm, JobState... states) {
        return database.select(sum(PARTS))
                .from(JOB)
                .where(
                        JOB.FIRM_ID.eq(firm.value()),
                        JOB.STATE.in(Stream.of(states).map(JobState::name).toList()))
                .fetchSingle(row -> amount(row.value1()));
    }

    /// Waiting jobs of a firm that take more than one amount of GPUs and at most another.
    public int waitingBetween(OrgId firm, GpuAmount moreThan, GpuAmount atMost) {
        return database.fetchCount(
                JOB,
                JOB.FIRM_ID.eq(firm.value()),
                JOB.STATE.eq(JobState.QUEUED.name()),
                PARTS.gt(moreThan.parts()),
                PARTS.le(atMost.parts()));
    }

    public void insertSlices(String job, Placement placement) {
        var slices = placement.slices().stream()
                .map(slice -> row(job, slice.node().value(), slice.gpus()))
                .toList();
        database.insertInto(JOB_SLICE, JOB_SLICE.JOB_ID, JOB_SLICE.NODE_ID, JOB_SLICE.GPUS)
                .valuesOfRows(slices)
                .execute();
    }

    /// An interrupted job sits nowhere until it is placed again.
    public void deleteSlices(String job) {
        database.deleteFrom(JOB_SLICE).where(JOB_SLICE.JOB_ID.eq(job)).execute();
    }

    /// Where a job sits or sat.
    public List<Slice> slices(String job) {
        return database.selectFrom(JOB_SLICE)
                .where(JOB_SLICE.JOB_ID.eq(job))
                .orderBy(JOB_SLICE.NODE_ID)
                .fetch(row -> new Slice(new NodeId(row.getNodeId()), row.getGpus()));
    }

    /// A tenant without a row has the quota of the settings.
    private ToIntFunction<TenantId> quotas() {
        var own =
                database.selectFrom(GPU_QUOTA).fetchMap(row -> new TenantId(row.getFirmId()), row -> row.getGpusMax());
        return tenant -> own.getOrDefault(tenant, settings.gpusAtOnce());
    }

    private List<Job> waiting() {
        return database.selectFrom(JOB)
                .where(JOB.STATE.eq(JobState.QUEUED.name()))
                .fetch(row -> new Job(
                        new JobId(row.getId()),
                        new TenantId(row.getFirmId()),
                        row.getGpus(),
                        timeLeft(row),
                        new Turn(row.getPriority(), row.getSubmittedAt().toInstant(), row.getProject()),
                        wishes(row),
                        row.getInterruptible(),
                        Optional.ofNullable(row.getNeededBy()).map(OffsetDateTime::toInstant)));
    }

    /// Its pool was chosen when it was submitted, for its data too.
    private static Wishes wishes(JobRecord row) {
        return Wishes.anywhere().inPools(Set.of(new PoolId(row.getPoolId()))).shaped(JobRows.shape(row));
    }

    private static Duration timeLeft(JobRecord row) {
        return Duration.ofMillis(row.getTimeLimitMs() - row.getEarlierElapsedMs());
    }

    /// What runs on borrowed GPUs, of all tenants.
    public List<Running> borrowed(Instant at) {
        return borrowed(at, DSL.noCondition());
    }

    /// How much of GPUs a firm borrows.
    public GpuAmount borrowed(OrgId firm, Instant at) {
        return borrowed(at, JOB.FIRM_ID.eq(firm.value())).stream()
                .map(job -> job.placement().amount())
                .reduce(GpuAmount.ZERO, GpuAmount::plus);
    }

    /// Whoever uses no more than its quota borrows nothing: of most tenants no job is read.
    private List<Running> borrowed(Instant at, Condition tenants) {
        var quotas = quotas();
        var beyond = database
                .select(JOB.FIRM_ID, sum(PARTS))
                .from(JOB)
                .where(holdsGpus(), tenants)
                .groupBy(JOB.FIRM_ID)
                .fetch()
                .stream()
                .filter(row ->
                        amount(row.value2()).compareTo(GpuAmount.ofGpus(quotas.applyAsInt(new TenantId(row.value1()))))
                                > 0)
                .map(row -> row.value1())
                .toList();
        if (beyond.isEmpty()) {
            return List.of();
        }
        var running =
                held(at, JOB.FIRM_ID.in(beyond)).stream().map(Held::running).toList();
        var borrowed = Borrowers.borrowed(running, quotas);
        return running.stream().filter(job -> borrowed.contains(job.job())).toList();
    }

    private static Condition holdsGpus() {
        return JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name());
    }

    /// One that gives its GPUs back between the two reads has no seats any more, and is left out.
    private List<Held> held(Instant now, Condition which) {
        var interruptions = interruptionsWithinTheHour(now);
        var jobs = database.selectFrom(JOB).where(holdsGpus(), which).fetch();
        var slices = database.selectFrom(JOB_SLICE)
                .where(JOB_SLICE.JOB_ID.in(jobs.getValues(JOB.ID)))
                .fetchGroups(JOB_SLICE.JOB_ID, row -> new Slice(new NodeId(row.getNodeId()), row.getGpus()));
        jobs.removeIf(row -> !slices.containsKey(row.getId()));
        return jobs.map(row -> new Held(
                new Running(
                        new JobId(row.getId()),
                        new TenantId(row.getFirmId()),
                        new Placement(
                                new PoolId(row.getPoolId()),
                                Objects.requireNonNull(slices.get(row.getId())),
                                new GpuShare(row.getSharesPerGpu())),
                        endsBy(row),
                        row.getProject(),
                        yielding(row, interruptions.getOrDefault(row.getId(), 0), now)),
                row.getStartedAt() == null ? null : row.getStartedAt().toInstant()));
    }

    private Map<String, Integer> interruptionsWithinTheHour(Instant now) {
        return database.select(JOB_RUN.JOB_ID, count())
                .from(JOB_RUN)
                .where(JOB_RUN.ENDED_AT.gt(JobStore.at(now.minus(Duration.ofHours(1)))))
                .groupBy(JOB_RUN.JOB_ID)
                .fetchMap(JOB_RUN.JOB_ID, count());
    }

    /// One that was told to stop is gone after its grace.
    private Instant endsBy(JobRecord row) {
        var atLimit = since(row).plus(timeLeft(row));
        return leavesBy(row).filter(by -> by.isBefore(atLimit)).orElse(atLimit);
    }

    private Optional<Instant> leavesBy(JobRecord row) {
        return Optional.ofNullable(row.getAskedBackAt())
                .map(asked -> asked.toInstant().plus(lending.grace()));
    }

    /// One that has its GPUs and has not begun loses nothing. On a cluster it may wait long for others of the
    /// provider's
    /// jobs, so there it may be taken off; on a node's machine it is left alone until it has begun.
    private Optional<Yielding> yielding(JobRecord row, int takenOff, Instant now) {
        if (!row.getInterruptible()) {
            return Optional.empty();
        }
        var since = since(row);
        if (row.getStartedAt() == null) {
            boolean isOnCluster = row.getEngine() != null && row.getEngine().startsWith(SlurmEngine.NAMES);
            return Optional.of(new Yielding(since, now, isOnCluster ? takenOff : Integer.MAX_VALUE, leavesBy(row)));
        }
        var saved = row.getSavedAt() == null ? since : row.getSavedAt().toInstant();
        return Optional.of(new Yielding(since, saved.isAfter(since) ? saved : since, takenOff, leavesBy(row)));
    }

    private static Instant since(JobRecord row) {
        return (row.getStartedAt() == null ? row.getPlacedAt() : row.getStartedAt()).toInstant();
    }
}
