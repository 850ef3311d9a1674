// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_SLICE;
import static io.atrium.jooq.Tables.LEASE;
import static io.atrium.jooq.Tables.LEASE_NODE;
import static io.atrium.jooq.Tables.NODE;

import io.atrium.compute.JobState;
import io.atrium.compute.store.FleetStore;
import io.atrium.engine.scheduler.model.NodeState;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Which nodes are set aside for which lease. From two days before its first day on they take no new jobs
/// ([FleetStore#LEASE_LEAD_DAYS]); what runs there ends by itself, and the hand-over waits for it.
@Component
class LeaseNodes {

    private final DSLContext database;

    LeaseNodes(DSLContext database) {
        this.database = database;
    }

    /// One at a time for each pool, so that no node is promised twice.
    void oneAtATime(String pool) {
        database.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "compute/lease/" + pool);
    }

    /// Nodes of a pool that no other lease has in these days: those without jobs first, those in use longest last.
    List<String> free(String pool, LocalDate firstDay, LocalDate lastDay) {
        var until = DSL.select(DSL.max(JOB.PLACED_AT))
                .from(JOB_SLICE)
                .join(JOB)
                .on(JOB.ID.eq(JOB_SLICE.JOB_ID))
                .where(JOB_SLICE.NODE_ID.eq(NODE.ID), JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name()))
                .asField();
        return database.select(NODE.ID)
                .from(NODE)
                .where(NODE.POOL_ID.eq(pool), NODE.STATE.eq(NodeState.UP.name()))
                .andNotExists(DSL.selectOne()
                        .from(LEASE_NODE)
                        .join(LEASE)
                        .on(LEASE.ID.eq(LEASE_NODE.LEASE_ID))
                        .where(LEASE_NODE.NODE_ID.eq(NODE.ID), isLive())
                        .and(LEASE.STARTS_ON.le(lastDay.plusDays(FleetStore.LEASE_LEAD_DAYS)))
                        .and(LEASE.ENDS_ON.plus(FleetStore.LEASE_LEAD_DAYS).ge(firstDay)))
                .orderBy(until.asc().nullsFirst(), NODE.ID)
                .fetch(NODE.ID);
    }

    void setAside(LeaseId lease, List<String> nodes) {
        for (var node : nodes) {
            database.insertInto(LEASE_NODE)
                    .set(LEASE_NODE.LEASE_ID, lease.value())
                    .set(LEASE_NODE.NODE_ID, node)
                    .execute();
        }
    }

    List<String> of(LeaseId lease) {
        return database.select(LEASE_NODE.NODE_ID)
                .from(LEASE_NODE)
                .where(LEASE_NODE.LEASE_ID.eq(lease.value()))
                .orderBy(LEASE_NODE.NODE_ID)
                .fetch(LEASE_NODE.NODE_ID);
    }

    /// Jobs of others that still sit on them.
    int jobsOn(LeaseId lease) {
        return database.fetchCount(DSL.selectDistinct(JOB.ID)
                .from(JOB)
                .join(JOB_SLICE)
                .on(JOB_SLICE.JOB_ID.eq(JOB.ID))
                .join(LEASE_NODE)
                .on(LEASE_NODE.NODE_ID.eq(JOB_SLICE.NODE_ID))
                .where(LEASE_NODE.LEASE_ID.eq(lease.value()))
                .and(JOB.STATE.in(JobState.PLACED.name(), JobState.RUNNING.name())));
    }

    private static Condition isLive() {
        return LEASE.STATE.in(LeaseState.SIGNED.name(), LeaseState.ACTIVE.name());
    }
}
