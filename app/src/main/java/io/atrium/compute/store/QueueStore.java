// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.GPU_QUOTA;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_SLICE;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobState;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The queue and what runs, as the scheduler wants them.
@Component
public class QueueStore {

    private final DSLContext database;
    private final FleetStore fleet;
    private final ComputeSettings settings;

    QueueStore(DSLContext database, FleetStore fleet, ComputeSettings settings) {
        this.database = database;
        this.fleet = fleet;
        this.settings = settings;
    }

    /// Everything that a round may know. What runs is read before what waits: a job that is placed between the two
    /// reads is then missing for this once instead of being there twice.
    public Snapshot snapshot(Instant at) {
        var running = running();
        var waiting = waiting();
        return new Snapshot(at, fleet.fleet(), quotas(waiting, running), waiting, running);
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

    /// GPUs of a firm's jobs in any of these states.
    public int gpus(OrgId firm, JobState... states) {
        var total = database.select(sum(JOB.GPUS))
                .from(JOB)
                .where(
                        JOB.FIRM_ID.eq(firm.value()),
                        JOB.STATE.in(Stream.of(states).map(JobState::name).toList()))
                .fetchSingle()
                .value1();
        return total == null ? 0 : total.intValueExact();
    }

    /// Waiting jobs of a firm that ask for more than one number of GPUs and for at most another.
    public int waitingBetween(OrgId firm, int moreThan, int atMost) {
        return database.fetchCount(
                JOB,
                JOB.FIRM_ID.eq(firm.value()),
                JOB.STATE.eq(JobState.QUEUED.name()),
                JOB.GPUS.gt(moreThan),
                JOB.GPUS.le(atMost));
    }

    public void insertSlices(String job, Placement placement) {
        var slices = placement.slices().stream()
                .map(slice -> row(job, slice.node().value(), slice.gpus()))
                .toList();
        database.insertInto(JOB_SLICE, JOB_SLICE.JOB_ID, JOB_SLICE.NODE_ID, JOB_SLICE.GPUS)
                .valuesOfRows(slices)
                .execute();
    }

    /// Where a job sits or sat.
    public List<Slice> slices(String job) {
        return database.selectFrom(JOB_SLICE)
                .where(JOB_SLICE.JOB_ID.eq(job))
                .orderBy(JOB_SLICE.NODE_ID)
                .fetch(row -> new Slice(new NodeId(row.getNodeId()), row.getGpus()));
    }

    private Quotas quotas(List<Job> waiting, List<Running> running) {
        var own =
                database.selectFrom(GPU_QUOTA).fetchMap(row -> new TenantId(row.getFirmId()), row -> row.getGpusMax());
        var all = Stream.concat(
                        waiting.stream().map(Job::tenant), running.stream().map(Running::tenant))
                .distinct()
                .collect(toMap(tenant -> tenant, tenant -> own.getOrDefault(tenant, settings.gpusAtOnce())));
        return new Quotas(new HashMap<>(all));
    }

    private List<Job> waiting() {
        return database.selectFrom(JOB)
                .where(JOB.STATE.eq(JobState.QUEUED.name()))
                .fetch(row -> new Job(
                        new JobId(row.getId()),
                        new TenantId(row.getFirmId()),
                        row.getGpus(),
                        Duration.ofMillis(row.getTimeLimitMs()),
                        new Turn(row.getPriority(), row.getSubmittedAt().toInstant()),
                        Wishes.anywhere().inPools(Set.of(new PoolId(row.getPoolId())))));
    }

    private List<Running> running() {
        var jobs = database.selectFrom(JOB)
                .where(JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()))
                .fetch();
        var slices = database.selectFrom(JOB_SLICE)
                .where(JOB_SLICE.JOB_ID.in(jobs.getValues(JOB.ID)))
                .fetchGroups(JOB_SLICE.JOB_ID, row -> new Slice(new NodeId(row.getNodeId()), row.getGpus()));
        return jobs.map(row -> new Running(
                new JobId(row.getId()),
                new TenantId(row.getFirmId()),
                new Placement(new PoolId(row.getPoolId()), Objects.requireNonNull(slices.get(row.getId()))),
                since(row).plusMillis(row.getTimeLimitMs())));
    }

    private static Instant since(JobRecord row) {
        return (row.getStartedAt() == null ? row.getPlacedAt() : row.getStartedAt()).toInstant();
    }
}
