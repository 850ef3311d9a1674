// SPDX-License-Identifier: Apache-2.0
package io.atrium.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {

    @TempDir
    Path folder;

    private Path migrations;
    private Path target;

    @BeforeEach
    void choosePlaces() {
        migrations = folder.resolve("migration");
        target = folder.resolve("generated");
    }

    @Test
    void writesTheTablesOfEveryModulesFolder() throws Exception {
        migration(
                "voucher/V060__voucher.sql",
                "create table voucher (id text primary key, issued_at timestamptz not null)");
        migration("company/V030__company.sql", "create table company (id text primary key)");

        assertThat(Generate.generate(migrations, target)).isTrue();

        assertThat(table("Voucher")).content().contains("OffsetDateTime> ISSUED_AT");
        assertThat(table("Company")).exists();
    }

    @Test
    void writesNothingWhileTheMigrationsAreTheSame() throws Exception {
        migration("V001__first.sql", "create table first (id text primary key)");
        Generate.generate(migrations, target);

        assertThat(Generate.generate(migrations, target)).isFalse();

        migration("V002__second.sql", "create table second (id text primary key)");
        assertThat(Generate.generate(migrations, target)).isTrue();
        assertThat(table("Second")).exists();
    }

    @Test
    void doesNotFailWithoutMigrations() throws Exception {
        assertThat(Generate.generate(migrations, target)).isTrue();
        assertThat(target).isDirectory();
    }

    @Test
    void saysWhichMigrationIsWrong() throws Exception {
        migration("V001__broken.sql", "create tabel oops ()");

        assertThatThrownBy(() -> Generate.generate(migrations, target))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("V001__broken.sql");
    }

    private Path table(String name) {
        return target.resolve("io/atrium/jooq/tables").resolve(name + ".java");
    }

    private void migration(String name, String sql) throws IOException {
        var file = migrations.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql + ";\n");
    }
}
