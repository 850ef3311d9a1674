// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_SEAL;

import io.atrium.engine.ledger.audit.AccountRow;
import io.atrium.engine.ledger.audit.Audit;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.engine.ledger.audit.Fingerprints;
import io.atrium.engine.ledger.audit.Hash;
import io.atrium.engine.ledger.audit.Seal;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// A PostgreSQL of its own, with all migrations and an empty ledger: for tests that need the ledger to themselves or
/// that do violence to connections.
public final class LedgerDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AutoCloseable owner;

    private LedgerDatabase(EmbeddedPostgres server, AutoCloseable owner) {
        this.server = server;
        this.owner = owner;
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /// Fast; data need not survive a crash of the machine.
    public static LedgerDatabase temporary() {
        var postgres = TemporaryPostgres.start();
        return new LedgerDatabase(postgres.server(), postgres);
    }

    /// Writes through to the disk as in earnest.
    public static LedgerDatabase durable(EmbeddedPostgres server) {
        return new LedgerDatabase(server, server);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    public static DSLContext over(Connection connection) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    public static SqlLedgerStore store(DSLContext database) {
        return new SqlLedgerStore(database);
    }

    /// The store that writes everything as it writes large groups.
    public static SqlLedgerStore copyingStore(DSLContext database) {
        return new SqlLedgerStore(database, 0);
    }

    public static MeterOutbox outbox(DSLContext database) {
        return new MeterOutbox(database);
    }

    public static SealRows seals(DSLContext database) {
        return new SealRows(database);
    }

    /// Reads the whole ledger as an audit does, on the caller's snapshot.
    public static AuditReport audit(DSLContext database) {
        var seals = database.selectFrom(LEDGER_SEAL)
                .orderBy(LEDGER_SEAL.NUMBER)
                .fetch(row -> new Seal(
                        row.getNumber(),
                        row.getAfterPosition(),
                        row.getUntilPosition(),
                        row.getTransfers(),
                        Fingerprints.parse(row.getFingerprints()),
                        Hash.of(row.getHash())));
        var audit = new Audit(seals.iterator(), Set.of());
        seals(database).transfers(0, Long.MAX_VALUE, Integer.MAX_VALUE).forEach(audit::add);
        database.selectFrom(LEDGER_ACCOUNT)
                .fetch(row -> new AccountRow(
                        row.getId(),
                        row.getId().toString(),
                        row.getAsset(),
                        row.getRule(),
                        row.getCreditLimit(),
                        new AccountRow.Columns(
                                row.getDebitsPending(),
                                row.getDebitsPosted(),
                                row.getCreditsPending(),
                                row.getCreditsPosted())))
                .forEach(audit::add);
        return audit.report();
    }

    /// Append-only tables are emptied as a replica would: without their triggers.
    public void empty() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate ledger_account, ledger_account_card, ledger_transfer, "
                    + "ledger_meter_outbox, ledger_meter_refusal, ledger_seal");
        }
    }

    @Override
    public void close() throws Exception {
        owner.close();
    }
}
