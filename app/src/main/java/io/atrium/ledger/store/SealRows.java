// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_SEAL;
import static org.jooq.impl.DSL.val;

import io.atrium.engine.ledger.audit.Fingerprints;
import io.atrium.engine.ledger.audit.Hash;
import io.atrium.engine.ledger.audit.Seal;
import io.atrium.engine.ledger.audit.TransferRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The seals in PostgreSQL, and what a seal is made of.
@Component
public class SealRows {
    private static final long SEAL_LOCK = 0x7365616cL; // one seal at a time: each stands on the one before
    private static final String TRANSFERS = """
            select position, id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at,
                expires_at
            from ledger_transfer where position > ? and position <= ? order by position limit ?""";
    private static final String WRITERS = """
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and mode = 'RowExclusiveLock' and pid is distinct from pg_backend_pid()
                and relation = 'ledger_transfer'::regclass
                and database = (select oid from pg_database where datname = current_database())""";

    private final DSLContext database;

    SealRows(DSLContext database) {
        this.database = database;
    }

    /// Whether this transaction may seal now; false while another one does.
    public boolean tryToSeal() {
        return database.fetchSingle("select pg_try_advisory_xact_lock({0})", val(SEAL_LOCK))
                .get(0, Boolean.class);
    }

    /// The last seal, without its fingerprints.
    public Optional<Seal> head() {
        return database.select(
                        LEDGER_SEAL.NUMBER,
                        LEDGER_SEAL.AFTER_POSITION,
                        LEDGER_SEAL.UNTIL_POSITION,
                        LEDGER_SEAL.TRANSFERS,
                        LEDGER_SEAL.HASH)
                .from(LEDGER_SEAL)
                .orderBy(LEDGER_SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Seal(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Fingerprints.parse(new byte[0]),
                        Hash.of(row.value5())));
    }

    /// The last position that was given to anybody, committed or not; 0 before the first.
    public long lastPosition() {
        return database.fetchSingle(
                        "select case when is_called then last_value else 0 end from " + "ledger_transfer_position_seq")
                .get(0, Long.class);
    }

    /// The transactions that may be writing transfers at this moment, this one left out.
    public Set<String> writers() {
        return database.fetch(WRITERS).intoSet(0, String.class);
    }

    /// Transfers after one position up to another, the first of them.
    public List<TransferRow> transfers(long after, long until, int countMax) {
        return database.connectionResult(connection -> transfers(connection, new long[] {after, until, countMax}));
    }

    private static List<TransferRow> transfers(Connection connection, long[] range) throws SQLException {
        try (var read = connection.prepareStatement(TRANSFERS)) {
            for (int i = 0; i < range.length; i++) {
                read.setLong(i + 1, range[i]);
            }
            var transfers = new ArrayList<TransferRow>();
            try (var row = read.executeQuery()) {
                while (row.next()) {
                    transfers.add(transfer(row));
                }
            }
            return transfers;
        }
    }

    private static TransferRow transfer(ResultSet row) throws SQLException {
        return new TransferRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getLong(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                TransferRow.micros(row.getObject(10, OffsetDateTime.class)),
                TransferRow.micros(row.getObject(11, OffsetDateTime.class)),
                TransferRow.microsOrNull(row.getObject(12, OffsetDateTime.class)));
    }

    public void insert(Seal seal, Instant sealedAt) {
        database.insertInto(LEDGER_SEAL)
                .set(LEDGER_SEAL.NUMBER, seal.number())
                .set(LEDGER_SEAL.AFTER_POSITION, seal.afterPosition())
                .set(LEDGER_SEAL.UNTIL_POSITION, seal.untilPosition())
                .set(LEDGER_SEAL.TRANSFERS, seal.transfers())
                .set(LEDGER_SEAL.FINGERPRINTS, seal.fingerprints().bytes())
                .set(LEDGER_SEAL.HASH, seal.hash().bytes())
                .set(LEDGER_SEAL.SEALED_AT, sealedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
