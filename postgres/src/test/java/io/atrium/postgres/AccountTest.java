// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as every account that a root can choose; run as an ordinary user, the other tests cover that one.
class AccountTest {

    private static final List<String> AS_NOBODY = List.of(
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "-u", "HOME", "HOME=/nonexistent");

    @TempDir
    Path folder;

    @BeforeEach
    void onlyRootMayChoose() {
        assumeTrue(Account.isRoot(), "needs root, to become other users: run ./atrium test as root");
    }

    @Test
    void runsInANamespace() {
        EmbeddedPostgres.start(Settings.in(folder), Account.NAMESPACE).close();
    }

    @Test
    void runsAsNobodyWhereNamespacesAreOff() throws Exception {
        openToAll(folder);
        var home = folder.resolve("home");
        try (var postgres = EmbeddedPostgres.start(Settings.in(home), Account.NOBODY)) {
            assertThat(Sql.ask(postgres, "select 1")).isEqualTo("1");
        }
        EmbeddedPostgres.start(Settings.in(home), Account.NOBODY).close();
    }

    @Test
    void refusesAFolderThatNobodyCannotReach() {
        var closed = folder.resolve("home");
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(Settings.in(closed), Account.NOBODY))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.FOLDER_NOT_WRITABLE));
    }

    @Test
    void runsForAnOrdinaryUser() throws Exception {
        openToAll(folder);
        var home = openToAll(Files.createDirectory(folder.resolve("home")));
        Files.setOwner(
                home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        try (var child = ChildAtrium.start(AS_NOBODY, readableClassPath(), home, home.resolve("cache"))) {
            assertThat(child.awaitRunning()).isPositive();
        }
    }

    @Test
    void refusesAnOrdinaryUserWhoMayNotWrite() throws Exception {
        openToAll(folder);
        try (var child = ChildAtrium.start(AS_NOBODY, readableClassPath(), folder, folder.resolve("cache"))) {
            assertThat(child.awaitEnd()).contains("FOLDER_NOT_WRITABLE", "Cannot write to " + folder);
        }
    }

    private static Path openToAll(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Copies the class path to a place that is not root's home.
    private String readableClassPath() throws IOException {
        var copies = openToAll(Files.createDirectory(folder.resolve("class-path")));
        var parts = System.getProperty("java.class.path").split(File.pathSeparator);
        var copied = new StringBuilder();
        for (var i = 0; i < parts.length; i++) {
            var copy = copies.resolve(i + "-" + Path.of(parts[i]).getFileName());
            if (Files.exists(Path.of(parts[i]))) copyTree(Path.of(parts[i]), copy);
            copied.append(copy).append(File.pathSeparatorChar);
        }
        return copied.toString();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                openToAll(Files.createDirectories(
                        to.resolve(from.relativize(directory).toString())));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var target = from.equals(file)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                openToAll(Files.copy(file, target));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
