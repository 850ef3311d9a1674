// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import io.atrium.engine.ledger.LedgerStore;
import io.atrium.engine.ledger.LedgerStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SqlLedgerStoreTest extends LedgerStoreContract {
    private static LedgerDatabase database;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        database = LedgerDatabase.temporary();
        connection = database.connect();
        connection.setAutoCommit(false); // each test is one transaction
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        database.close();
    }

    @Override
    protected LedgerStore emptyStore() {
        try {
            connection.rollback();
            database.empty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return over(LedgerDatabase.over(connection));
    }

    LedgerStore over(DSLContext context) {
        return new SqlLedgerStore(context);
    }
}
