// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// A connection beside the pool: a node must not fall silent because its people have taken every connection of it. It
/// never waits long, and is made anew after a failure.
final class OwnConnection implements AutoCloseable {

    private static final int WAIT_SECONDS_MAX = 3;

    private final JdbcConnectionDetails details;
    private @Nullable Connection open;

    OwnConnection(JdbcConnectionDetails details) {
        this.details = details;
    }

    DSLContext database() throws SQLException {
        var connection = open;
        if (connection == null || connection.isClosed()) {
            connection = connect();
            open = connection;
        }
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    private Connection connect() throws SQLException {
        var wishes = new Properties();
        wishes.setProperty("user", String.valueOf(details.getUsername()));
        wishes.setProperty("password", String.valueOf(details.getPassword()));
        wishes.setProperty("ApplicationName", "atrium sign of life");
        wishes.setProperty("connectTimeout", String.valueOf(WAIT_SECONDS_MAX));
        wishes.setProperty("socketTimeout", String.valueOf(WAIT_SECONDS_MAX));
        var connection = DriverManager.getConnection(details.getJdbcUrl(), wishes);
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '1s'; set statement_timeout = '2s'");
        }
        return connection;
    }

    @Override
    public void close() {
        var connection = open;
        open = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException _) {
                // it is of no use any more
            }
        }
    }
}
