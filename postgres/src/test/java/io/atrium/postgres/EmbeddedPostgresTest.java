// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of a server that runs.
class EmbeddedPostgresTest {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(Settings.in(folder));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void isTheVersionThatTheCacheIsNamedAfter() throws SQLException {
        assertThat(Binaries.VERSION).startsWith(Sql.ask(postgres, "show server_version"));
    }

    @Test
    void isDurable() throws SQLException {
        assertThat(Sql.ask(postgres, "show fsync")).isEqualTo("on");
        assertThat(Sql.ask(postgres, "show synchronous_commit")).isEqualTo("on");
        assertThat(Sql.ask(postgres, "show full_page_writes")).isEqualTo("on");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws SQLException {
        assertThat(Sql.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.ask(postgres, "show unix_socket_directories")).isEmpty();
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsThePasswordFromOtherUsers() throws Exception {
        var permissions = Files.getPosixFilePermissions(folder.resolve("postgres.password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void copiesADatabase() throws SQLException {
        var template = postgres.createDatabase("template_of_tests", "template1");
        Sql.run(template, postgres, "create table note as select 'copied' as text");

        var copy = postgres.createDatabase("copy", "template_of_tests");

        assertThat(Sql.ask(copy, postgres, "select text from note")).isEqualTo("copied");
    }

    @Test
    void refusesADatabaseNameThatIsNone() {
        assertThatThrownBy(() -> postgres.createDatabase("x; drop database y", "template1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsChineseByPinyin() throws SQLException {
        var sql =
                "select string_agg(word, '' order by word collate \"zh-x-icu\") from (values ('中'), ('算'), ('庭')) as t(word)";
        assertThat(Sql.ask(postgres, sql)).isEqualTo("算庭中");
    }
}
