// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.SIMULATED_RUN;

import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.simulated.SimulatedRun;
import io.atrium.compute.execution.simulated.SimulatedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
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
                .fetchOptional(row -> new SimulatedRun(
                        id,
                        Duration.ofMillis(row.getWorksMs()),
                        row.getFails(),
                        row.getStartedAt() == null ? null : row.getStartedAt().toInstant(),
                        row.getStoppedAt() == null ? null : row.getStoppedAt().toInstant(),
                        row.getStopReason()));
    }

    @Override
    public void add(SimulatedRun run) {
        database.insertInto(SIMULATED_RUN)
                .set(SIMULATED_RUN.RUN_ID, run.id().value())
                .set(SIMULATED_RUN.WORKS_MS, run.works().toMillis())
                .set(SIMULATED_RUN.FAILS, run.fails())
                .execute();
    }

    @Override
    public void start(RunId id, Instant at) {
        database.update(SIMULATED_RUN)
                .set(SIMULATED_RUN.STARTED_AT, JobStore.at(at))
                .where(SIMULATED_RUN.RUN_ID.eq(id.value()), SIMULATED_RUN.STARTED_AT.isNull())
                .execute();
    }

    @Override
    public void stop(RunId id, Instant at, String reason) {
        database.update(SIMULATED_RUN)
                .set(SIMULATED_RUN.STOPPED_AT, JobStore.at(at))
                .set(SIMULATED_RUN.STOP_REASON, reason)
                .where(SIMULATED_RUN.RUN_ID.eq(id.value()), SIMULATED_RUN.STOPPED_AT.isNull())
                .execute();
    }
}
