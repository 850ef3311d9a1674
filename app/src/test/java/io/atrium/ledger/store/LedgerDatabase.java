// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

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
final class LedgerDatabase implements AutoCloseable {
    private final TemporaryPostgres postgres = TemporaryPostgres.start();

    LedgerDatabase() {
        Flyway.configure()
                .dataSource(
                        postgres.server().jdbcUrl(),
                        postgres.server().user(),
                        postgres.server().password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                postgres.server().jdbcUrl(),
                postgres.server().user(),
                postgres.server().password());
    }

    static DSLContext over(Connection connection) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    /// Append-only tables are emptied as a replica would: without their triggers.
    void empty() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate ledger_account, ledger_account_card, ledger_transfer, "
                    + "ledger_meter_outbox, ledger_meter_refusal");
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
