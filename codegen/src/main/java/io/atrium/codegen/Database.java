// SPDX-License-Identifier: Apache-2.0
package io.atrium.codegen;

import io.atrium.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// The database that is migrated and then read.
record Database(EmbeddedPostgres server) {

    private static final String PACKAGE = "io.atrium.jooq";
    private static final String OF_LIBRARIES = "flyway_schema_history";

    /// Flyway talks a lot. Kept here because the logging framework holds its loggers weakly.
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    void migrate(Path migrations) {
        FLYWAY_LOG.setLevel(Level.WARNING);
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("filesystem:" + migrations.toAbsolutePath())
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    void generateInto(Path target) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.jdbcUrl())
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(read())
                        .withGenerate(write())
                        .withTarget(into(target))));
    }

    private static org.jooq.meta.jaxb.Database read() {
        return new org.jooq.meta.jaxb.Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes(OF_LIBRARIES);
    }

    private static Generate write() {
        return new Generate()
                .withJavaTimeTypes(true)
                .withRecords(true)
                .withPojos(false)
                .withDaos(false)
                .withRoutines(false)
                .withGeneratedAnnotation(false);
    }

    private static Target into(Path target) {
        return new Target()
                .withPackageName(PACKAGE)
                .withDirectory(target.toAbsolutePath().toString());
    }
}
