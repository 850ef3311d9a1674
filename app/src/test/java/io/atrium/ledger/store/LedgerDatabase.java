// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /// Append-only tables are emptied as a replica would: without their triggers.
    public void empty() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate ledger_account, ledger_account_card, ledger_transfer, "
                    + "ledger_meter_outbox, ledger_meter_refusal");
        }
    }

    @Override
    public void close() throws Exception {
        owner.close();
    }
}
