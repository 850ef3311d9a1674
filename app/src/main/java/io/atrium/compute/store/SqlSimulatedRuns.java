// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.SIMULATED_RUN;

import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.simulated.SimulatedRun;
import io.atrium.compute.execution.simulated.SimulatedRun.Begun;
import io.atrium.compute.execution.simulated.SimulatedRun.Stop;
import io.atrium.compute.execution.simulated.SimulatedRun.Work;
import io.atrium.compute.execution.simulated.SimulatedRuns;
import io.atrium.jooq.tables.records.SimulatedRunRecord;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of simulated runs.
@Component
class SqlSimulatedRuns implements SimulatedRuns {

    private final DSLContext database;

    SqlSimulatedRuns(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<SimulatedRun> find(RunId id) {
        return database.selectFrom(SIMULATED_RUN)
                .where(SIMULATED_RUN.RUN_ID.eq(id.value()))
                .fetchOptional(SqlSimulatedRuns::run);
    }

    @Override
    public Optional<SimulatedRun> newest(String checkpoints) {
        return database.selectFrom(SIMULATED_RUN)
                .where(SIMULATED_RUN.CHECKPOINTS.eq(checkpoints))
                .orderBy(SIMULATED_RUN.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(SqlSimulatedRuns::run);
    }

    private static SimulatedRun run(SimulatedRunRecord row) {
        return new SimulatedRun(new RunId(row.getRunId()), work(row), begun(row), stop(row));
    }

    private static Work work(SimulatedRunRecord row) {
        var savesEvery = row.getSavesEveryMs();
        return new Work(
                Duration.ofMillis(row.getWorksMs()),
                row.getFails(),
                savesEvery == null ? null : Duration.ofMillis(savesEvery));
    }

    private static @Nullable Begun begun(SimulatedRunRecord row) {
        return row.getStartedAt() == null
                ? null
                : new Begun(
                        row.getStartedAt().toInstant(),
                        Duration.ofMillis(row.getLimitMs()),
                        Duration.ofMillis(row.getGraceMs()),
                        row.getCheckpoints());
    }

    private static @Nullable Stop stop(SimulatedRunRecord row) {
        return row.getStoppedAt() == null
                ? null
                : new Stop(row.getStoppedAt().toInstant(), Objects.requireNonNullElse(row.getStopReason(), ""));
    }

    @Override
    public void add(SimulatedRun run) {
        var savesEvery = run.work().savesEvery();
        database.insertInto(SIMULATED_RUN)
                .set(SIMULATED_RUN.RUN_ID, run.id().value())
                .set(SIMULATED_RUN.WORKS_MS, run.work().takes().toMillis())
                .set(SIMULATED_RUN.FAILS, run.work().fails())
                .set(SIMULATED_RUN.SAVES_EVERY_MS, savesEvery == null ? null : savesEvery.toMillis())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void start(RunId id, Begun begun) {
        database.update(SIMULATED_RUN)
                .set(SIMULATED_RUN.STARTED_AT, JobStore.at(begun.at()))
                .set(SIMULATED_RUN.LIMIT_MS, begun.limit().toMillis())
                .set(SIMULATED_RUN.GRACE_MS, begun.grace().toMillis())
                .set(SIMULATED_RUN.CHECKPOINTS, begun.checkpoints())
                .where(SIMULATED_RUN.RUN_ID.eq(id.value()), SIMULATED_RUN.STARTED_AT.isNull())
                .execute();
    }

    @Override
    public void stop(RunId id, Stop stop) {
        database.update(SIMULATED_RUN)
                .set(SIMULATED_RUN.STOPPED_AT, JobStore.at(stop.at()))
                .set(SIMULATED_RUN.STOP_REASON, stop.reason())
                .where(SIMULATED_RUN.RUN_ID.eq(id.value()), SIMULATED_RUN.STOPPED_AT.isNull())
                .execute();
    }
}
