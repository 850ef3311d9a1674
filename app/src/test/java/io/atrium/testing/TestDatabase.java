// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import io.atrium.postgres.TemporaryPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One temporary PostgreSQL per JVM: contexts that Spring keeps side by side are nodes of one installation, each with a
/// data folder of its own, and one folder for files.
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final TemporaryPostgres POSTGRES = TemporaryPostgres.start();
    private static final Path DATA = dataFolder();
    private static final AtomicInteger NODES = new AtomicInteger();

    static {
        SpringApplication.getShutdownHandlers().add(POSTGRES::close); // after the application that uses it
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "atrium.demo=true",
                        "atrium.seed=false",
                        "atrium.sign-in.hash-memory-kib=64",
                        "atrium.data=" + DATA.resolve("node-" + NODES.incrementAndGet()),
                        "atrium.files=" + DATA.resolve("files"),
                        "atrium.compute.corpus-documents=400",
                        "atrium.db.url=" + POSTGRES.server().jdbcUrl(),
                        "atrium.db.user=" + POSTGRES.server().user(),
                        "atrium.db.password=" + POSTGRES.server().password())
                .applyTo(context);
    }

    private static Path dataFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
