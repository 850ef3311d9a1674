// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;

/// One statement on one connection, as a test needs it.
final class Sql {

    private Sql() {}

    static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        run(postgres.jdbcUrl(), postgres, sql);
    }

    static void run(String url, EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        return ask(postgres.jdbcUrl(), postgres, sql);
    }

    static String ask(String url, EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
