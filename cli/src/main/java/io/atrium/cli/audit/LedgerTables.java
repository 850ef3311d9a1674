// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.audit;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.engine.ledger.audit.AccountRow;
import io.atrium.engine.ledger.audit.Audit;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.engine.ledger.audit.Fingerprints;
import io.atrium.engine.ledger.audit.Hash;
import io.atrium.engine.ledger.audit.Seal;
import io.atrium.engine.ledger.audit.TransferRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

/// The ledger's tables, read row by row on one snapshot. It is written apart from the application's own reading, as a
/// second pair of eyes.
final class LedgerTables {
    private static final int ROWS_PER_FETCH = 5_000;
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String SEALS =
            "select number, after_position, until_position, transfers, fingerprints, hash from ledger_seal order by number";
    private static final String TRANSFERS = """
            select position, id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at,
                expires_at
            from ledger_transfer order by position""";
    private static final String ACCOUNTS = """
            select a.id, coalesce(c.code, a.id::text), asset, rule, credit_limit, debits_pending, debits_posted,
                credits_pending, credits_posted
            from ledger_account a left join ledger_account_card c on c.account_id = a.id order by 2""";

    private LedgerTables() {}

    static AuditReport audit(Connection connection, Set<Hash> noted) throws CommandFailed {
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var report = read(connection, noted);
            connection.rollback();
            return report;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static AuditReport read(Connection connection, Set<Hash> noted) throws SQLException {
        try (var first = statement(connection);
                var second = statement(connection);
                var seals = first.executeQuery(SEALS)) {
            var audit = new Audit(new Seals(seals), noted);
            try (var transfers = second.executeQuery(TRANSFERS)) {
                while (transfers.next()) {
                    audit.add(transfer(transfers));
                }
            }
            try (var accounts = second.executeQuery(ACCOUNTS)) {
                while (accounts.next()) {
                    audit.add(account(accounts));
                }
            }
            return audit.report();
        }
    }

    private static Statement statement(Connection connection) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(ROWS_PER_FETCH);
        return statement;
    }

    static CommandFailed failure(SQLException cause) {
        return NO_SUCH_TABLE.equals(cause.getSQLState())
                ? new CommandFailed(
                        ExitStatus.NOT_FOUND,
                        "NO_LEDGER",
                        "This database holds no ledger with seals: " + cause.getMessage(),
                        "Start this version of Atrium on it once: that brings the tables up to date.")
                : new CommandFailed(
                        ExitStatus.TEMPORARY,
                        "DATABASE_FAILED",
                        "The database stopped answering: " + cause.getMessage(),
                        "Try again; nothing was changed.");
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

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                new AccountRow.Columns(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)));
    }

    /// Rows as they are asked for: fingerprints of a large ledger do not fit into memory.
    private static final class Seals implements Iterator<Seal> {
        private final ResultSet rows;
        private boolean hasNext;

        Seals(ResultSet rows) throws SQLException {
            this.rows = rows;
            this.hasNext = rows.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public Seal next() {
            if (!hasNext) {
                throw new NoSuchElementException();
            }
            try {
                var seal = new Seal(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getInt(4),
                        Fingerprints.parse(rows.getBytes(5)),
                        Hash.of(rows.getBytes(6)));
                hasNext = rows.next();
                return seal;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
