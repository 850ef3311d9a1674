// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A server for tests, benchmarks and code generation: a folder of its own, not durable, gone when closed.
///
/// Folders are named after the process that made them, so that the next start clears away what a killed one left.
public final class TemporaryPostgres implements AutoCloseable {

    /// Test classes keep pools open side by side.
    private static final int CONNECTIONS_MAX = 200;

    private final EmbeddedPostgres server;
    private final Path folder;

    private TemporaryPostgres(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    public static TemporaryPostgres start() {
        var account = Account.choose();
        try {
            var base = openBase();
            clearAway(base, new Programs(Binaries.unpack(Binaries.defaultFolder(), account), account));
            var folder = Files.createTempDirectory(base, ProcessHandle.current().pid() + "-");
            var settings =
                    Settings.in(folder).withConnectionsMax(CONNECTIONS_MAX).notDurable();
            return new TemporaryPostgres(EmbeddedPostgres.start(settings, account), folder);
        } catch (IOException e) {
            throw Failures.of(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    public EmbeddedPostgres server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        try {
            Folders.deleteRecursively(folder);
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
    }

    static Path openBase() throws IOException {
        var base = Path.of(System.getProperty("java.io.tmpdir"), "atrium-postgres-" + System.getProperty("user.name"));
        if (Files.notExists(base)) Files.createDirectories(base);
        Files.setPosixFilePermissions(
                base, PosixFilePermissions.fromString("rwx--x--x")); // fails when it is another user's
        return base.toRealPath();
    }

    private static void clearAway(Path base, Programs programs) throws IOException {
        for (var folder : foldersIn(base)) {
            if (isOwnerAlive(folder)) continue;
            Leftovers.stop(Cluster.dataIn(folder), programs);
            Folders.deleteRecursively(folder);
        }
    }

    private static List<Path> foldersIn(Path base) throws IOException {
        try (var entries = Files.list(base)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+-.*"))
                    .toList();
        }
    }

    private static boolean isOwnerAlive(Path folder) {
        var name = folder.getFileName().toString();
        return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
                .isPresent();
    }
}
