// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import static io.atrium.jooq.Tables.APP_NODE;
import static io.atrium.jooq.Tables.LEADER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Nodes and the lead in the database. Every time is the database's own: clocks of machines do not matter.
final class NodeStore {

    /// Rows of nodes that are gone this long are not kept.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int NODES_MAX = 200;

    /// One node joins at a time; signs of life do not wait for it.
    private static final long JOINING = 0x41545f4e4f444553L;

    private static final Field<OffsetDateTime> NOW = DSL.field("clock_timestamp()", OffsetDateTime.class);

    private final DSLContext database;
    private final Duration silentAfter;

    NodeStore(DSLContext database, Duration silentAfter) {
        this.database = database;
        this.silentAfter = silentAfter;
    }

    /// The same store through another connection.
    NodeStore over(DSLContext connection) {
        return new NodeStore(connection, silentAfter);
    }

    record Joining(String id, String name, String machine, Path folder, long process) {}

    record Joined(long start, int slot) {}

    /// Writes a node down as alive: a new one, or one that starts again. The smallest free slot of its machine is its
    /// own.
    Joined join(Joining node) {
        return database.transactionResult(configuration -> {
            var here = configuration.dsl();
            here.execute("select pg_advisory_xact_lock(?)", JOINING);
            here.deleteFrom(APP_NODE)
                    .where(APP_NODE.SEEN_AT.lt(DSL.field(
                            "clock_timestamp() - {0} * interval '1 second'",
                            OffsetDateTime.class, DSL.val(KEPT.toSeconds()))))
                    .execute();
            int slot = slot(here, node);
            return here.insertInto(APP_NODE)
                    .set(APP_NODE.ID, node.id())
                    .set(APP_NODE.START_COUNT, 1L)
                    .set(APP_NODE.NAME, node.name())
                    .set(APP_NODE.MACHINE, node.machine())
                    .set(APP_NODE.FOLDER, node.folder().toString())
                    .set(APP_NODE.SLOT, slot)
                    .set(APP_NODE.PROCESS, node.process())
                    .set(APP_NODE.STARTED_AT, NOW)
                    .set(APP_NODE.SEEN_AT, NOW)
                    .onConflict(APP_NODE.ID)
                    .doUpdate()
                    .set(APP_NODE.START_COUNT, APP_NODE.START_COUNT.plus(1))
                    .set(APP_NODE.NAME, node.name())
                    .set(APP_NODE.MACHINE, node.machine())
                    .set(APP_NODE.FOLDER, node.folder().toString())
                    .set(APP_NODE.SLOT, slot)
                    .set(APP_NODE.PROCESS, node.process())
                    .set(APP_NODE.STARTED_AT, NOW)
                    .set(APP_NODE.SEEN_AT, NOW)
                    .setNull(APP_NODE.LEFT_AT)
                    .returning(APP_NODE.START_COUNT)
                    .fetchSingle(row -> new Joined(row.getStartCount(), slot));
        });
    }

    private static int slot(DSLContext here, Joining node) {
        var taken = here.select(APP_NODE.SLOT)
                .from(APP_NODE)
                .where(APP_NODE.MACHINE.eq(node.machine()), APP_NODE.ID.ne(node.id()))
                .fetchSet(APP_NODE.SLOT);
        int slot = 0;
        while (taken.contains(slot)) {
            slot++;
        }
        return slot;
    }

    /// A sign of life. False when a later start of the same node is there: this process is not that node any more.
    boolean isHeard(String node, long start, String address, @Nullable Instant workedAt) {
        return database.update(APP_NODE)
                        .set(APP_NODE.SEEN_AT, NOW)
                        .set(APP_NODE.ADDRESS, address)
                        .set(APP_NODE.WORKED_AT, workedAt == null ? null : workedAt.atOffset(ZoneOffset.UTC))
                        .where(APP_NODE.ID.eq(node), APP_NODE.START_COUNT.eq(start))
                        .execute()
                == 1;
    }

    /// Goes on with a term, or begins one if nobody has the lead; empty when somebody else has it. A term that ran out
    /// goes on all the same if nobody took the lead meanwhile.
    Optional<Term> lead(String node, @Nullable Term held) {
        return database
                .fetch("""
                        update leader set
                            token = case when node_id = {0} and token = {1} then token else token + 1 end,
                            since = case when node_id = {0} and token = {1} then since else clock_timestamp() end,
                            node_id = {0},
                            held_until = clock_timestamp() + {2} * interval '1 millisecond'
                        where (node_id = {0} and token = {1})
                            or held_until is null or held_until <= clock_timestamp()
                        returning token
                        """, DSL.val(node), DSL.val(held == null ? -1 : held.token()), DSL.val(silentAfter.toMillis()))
                .stream()
                .findFirst()
                .map(row -> new Term(node, row.get("token", Long.class)));
    }

    /// Keeps everybody else from the lead until the transaction ends, if the term still stands.
    boolean isFenced(Term term) {
        return database.select(LEADER.TOKEN)
                .from(LEADER)
                .where(LEADER.NODE_ID.eq(term.node()), LEADER.TOKEN.eq(term.token()))
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    /// An orderly end: the lead is free at once.
    void leave(String node, long start) {
        database.update(LEADER)
                .set(LEADER.HELD_UNTIL, NOW)
                .where(LEADER.NODE_ID.eq(node), LEADER.HELD_UNTIL.gt(NOW))
                .execute();
        database.update(APP_NODE)
                .set(APP_NODE.LEFT_AT, NOW)
                .where(APP_NODE.ID.eq(node), APP_NODE.START_COUNT.eq(start))
                .execute();
    }

    /// Who leads first, then by name.
    List<AppNodeView> list() {
        var leads = LEADER.NODE_ID.isNotNull().and(LEADER.HELD_UNTIL.gt(NOW));
        var silentMillis =
                DSL.field("(extract(epoch from clock_timestamp() - {0}) * 1000)::bigint", Long.class, APP_NODE.SEEN_AT);
        return database.select(APP_NODE.fields())
                .select(silentMillis.as("silent"), LEADER.SINCE)
                .from(APP_NODE)
                .leftJoin(LEADER)
                .on(LEADER.NODE_ID.eq(APP_NODE.ID), leads)
                .orderBy(LEADER.SINCE.asc().nullsLast(), APP_NODE.NAME, APP_NODE.STARTED_AT, APP_NODE.ID)
                .limit(NODES_MAX)
                .fetch(this::view);
    }

    private AppNodeView view(Record row) {
        var silent = Duration.ofMillis(Math.max(0, row.get("silent", Long.class)));
        return new AppNodeView(
                row.get(APP_NODE.ID),
                row.get(APP_NODE.NAME),
                row.get(APP_NODE.ADDRESS),
                row.get(APP_NODE.PROCESS),
                state(silent, row.get(APP_NODE.LEFT_AT)),
                new AppNodeView.Place(
                        row.get(APP_NODE.MACHINE), Path.of(row.get(APP_NODE.FOLDER)), row.get(APP_NODE.SLOT)),
                row.get(APP_NODE.STARTED_AT).toInstant(),
                row.get(APP_NODE.SEEN_AT).toInstant(),
                silent,
                instant(row.get(APP_NODE.WORKED_AT)),
                instant(row.get(LEADER.SINCE)));
    }

    private AppNodeView.State state(Duration silent, @Nullable OffsetDateTime leftAt) {
        if (leftAt != null) {
            return AppNodeView.State.LEFT;
        }
        return silent.compareTo(silentAfter) > 0 ? AppNodeView.State.SILENT : AppNodeView.State.LIVE;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
