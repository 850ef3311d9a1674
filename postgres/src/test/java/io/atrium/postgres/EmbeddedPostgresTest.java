// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void startsAndKeepsItsDataBetweenRuns() throws SQLException {
        try (var first = EmbeddedPostgres.start(Settings.in(folder))) {
            run(first, "create table note (text text)");
            run(first, "insert into note values ('kept')");
        }
        try (var second = EmbeddedPostgres.start(Settings.in(folder))) {
            assertThat(ask(second, "select text from note")).isEqualTo("kept");
        }
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
