// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.CLUSTER_RUN;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.slurm.ClusterRun;
import io.atrium.compute.execution.slurm.ClusterRun.End;
import io.atrium.compute.execution.slurm.ClusterRun.Sight;
import io.atrium.compute.execution.slurm.ClusterRuns;
import io.atrium.compute.execution.slurm.GivingBack;
import io.atrium.jooq.tables.records.ClusterRunRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of runs on clusters. Each call is committed by itself unless its caller has a transaction.
@Component
class SqlClusterRuns implements ClusterRuns {

    private final DSLContext database;

    SqlClusterRuns(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<ClusterRun> find(RunId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<ClusterRun> findAll(Collection<RunId> ids) {
        return database.selectFrom(CLUSTER_RUN)
                .where(CLUSTER_RUN.RUN_ID.in(ids.stream().map(RunId::value).toList()))
                .fetch(SqlClusterRuns::run);
    }

    @Override
    public boolean add(ClusterRun run) {
        return database.insertInto(CLUSTER_RUN)
                        .set(row(run))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(ClusterRun run) {
        database.update(CLUSTER_RUN)
                .set(row(run))
                .where(CLUSTER_RUN.RUN_ID.eq(run.id().value()))
                .execute();
    }

    @Override
    public boolean claim(ClusterRun before, ClusterRun after) {
        return database.update(CLUSTER_RUN)
                        .set(CLUSTER_RUN.SUBMITTED_AT, at(after.submitted()))
                        .where(
                                CLUSTER_RUN.RUN_ID.eq(before.id().value()),
                                CLUSTER_RUN.CLUSTER_JOB.isNull(),
                                CLUSTER_RUN.SUBMITTED_AT.isNotDistinctFrom(at(before.submitted())))
                        .execute()
                == 1;
    }

    @Override
    public void remove(RunId id) {
        database.deleteFrom(CLUSTER_RUN)
                .where(CLUSTER_RUN.RUN_ID.eq(id.value()))
                .execute();
    }

    @Override
    public List<ClusterRun> toClear(String cluster, int max) {
        return database.selectFrom(CLUSTER_RUN)
                .where(
                        CLUSTER_RUN.CLUSTER.eq(cluster),
                        CLUSTER_RUN.FORGOTTEN.isTrue(),
                        CLUSTER_RUN.CHECKPOINTS.isNotNull())
                .orderBy(CLUSTER_RUN.RUN_ID)
                .limit(max)
                .fetch(SqlClusterRuns::run);
    }

    private static ClusterRunRecord row(ClusterRun run) {
        var row = new ClusterRunRecord();
        row.setRunId(run.id().value());
        row.setCluster(run.cluster());
        row.setAskedAt(JobStore.at(run.asked()));
        row.setWallMs(run.wall().toMillis());
        row.setSubmittedAt(at(run.submitted()));
        row.setClusterJob(run.job());
        row.setRunningSince(at(run.runningSince()));
        row.setSeenAt(at(run.seen()));
        row.setElapsedMs(run.elapsed().toMillis());
        row.setStopReason(run.stopReason());
        set(row, run.givingBack());
        var end = run.end();
        row.setExit(end == null ? null : end.exit().name());
        row.setExitCode(end == null ? null : end.exitCode());
        row.setEndedAt(end == null ? null : JobStore.at(end.at()));
        row.setDetail(end == null ? "" : end.detail());
        row.setForgotten(run.isForgotten());
        return row;
    }

    private static void set(ClusterRunRecord row, @Nullable GivingBack giving) {
        row.setCheckpoints(giving == null ? null : giving.checkpoints());
        row.setGraceMs(giving == null ? null : giving.grace().toMillis());
        row.setTermSentAt(giving == null ? null : at(giving.sent()));
        row.setTermTakenAt(giving == null ? null : at(giving.taken()));
        row.setCheckpointsDated(giving == null ? null : at(giving.dated()));
        row.setSavedAt(giving == null ? null : at(giving.saved()));
    }

    private static @Nullable GivingBack givingBack(ClusterRunRecord row) {
        return row.getCheckpoints() == null
                ? null
                : new GivingBack(
                        row.getCheckpoints(),
                        Duration.ofMillis(row.getGraceMs()),
                        instant(row.getTermSentAt()),
                        instant(row.getTermTakenAt()),
                        instant(row.getCheckpointsDated()),
                        instant(row.getSavedAt()));
    }

    private static ClusterRun run(ClusterRunRecord row) {
        var end = row.getExit() == null
                ? null
                : new End(
                        RunExit.valueOf(row.getExit()),
                        row.getExitCode(),
                        row.getEndedAt().toInstant(),
                        row.getDetail());
        return new ClusterRun(
                new RunId(row.getRunId()),
                row.getCluster(),
                row.getAskedAt().toInstant(),
                Duration.ofMillis(row.getWallMs()),
                new Sight(
                        instant(row.getSubmittedAt()),
                        row.getClusterJob(),
                        instant(row.getRunningSince()),
                        instant(row.getSeenAt()),
                        Duration.ofMillis(row.getElapsedMs())),
                row.getStopReason(),
                givingBack(row),
                end,
                row.getForgotten());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : JobStore.at(instant);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
