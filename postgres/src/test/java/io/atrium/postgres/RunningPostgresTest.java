// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isFoundWhileItRuns() throws SQLException {
        assertThat(RunningPostgres.in(folder)).isEmpty();
        assertThat(RunningPostgres.hasData(folder)).isFalse();
        try (var _ = EmbeddedPostgres.start(Settings.in(folder))) {
            var running = RunningPostgres.in(folder).orElseThrow();
            try (var connection = DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password())) {
                assertThat(connection.isValid(10)).isTrue();
            }
        }
        assertThat(RunningPostgres.in(folder)).isEmpty();
        assertThat(RunningPostgres.hasData(folder)).isTrue();
    }
}
