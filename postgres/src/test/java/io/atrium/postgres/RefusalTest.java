// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each refusal names the cause, the folder or port, and the way to mend it.
class RefusalTest {

    @TempDir
    Path folder;

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(Cluster.dataIn(folder));
        Files.writeString(Cluster.dataIn(folder).resolve("PG_VERSION"), "17\n");

        assertRefused(
                Problem.OTHER_MAJOR_VERSION,
                folder + " holds data of PostgreSQL 17, this Atrium brings 18.",
                this::start);
    }

    @Test
    void refusesATakenPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Settings.in(folder).withPort(other.getLocalPort());
            assertRefused(Problem.PORT_TAKEN, "Port " + other.getLocalPort(), () -> EmbeddedPostgres.start(settings));
        }
        start().close(); // nothing was left half done
    }

    @Test
    void refusesAFolderThatThisProcessUses() {
        try (var _ = start()) {
            assertRefused(Problem.FOLDER_IN_USE, folder + " (this process)", this::start);
            assertRefused(Problem.FOLDER_IN_USE, folder + " (this process)", this::start);
        }
        start().close();
    }

    @Test
    void refusesAFolderThatAnotherProcessUses() throws Exception {
        try (var child = ChildAtrium.start(folder)) {
            child.awaitRunning();
            assertRefused(Problem.FOLDER_IN_USE, folder + " (process ", this::start);
        }
        start().close();
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertRefused(Problem.FOLDER_NOT_WRITABLE, file.toString(), () -> EmbeddedPostgres.start(Settings.in(file)));
    }

    @Test
    void refusesAMachineWithoutBinaries() {
        assertRefused(Problem.UNSUPPORTED_PLATFORM, "Windows 11 on amd64", () -> Platform.of("Windows 11", "amd64"));
        assertRefused(Problem.UNSUPPORTED_PLATFORM, "Linux on riscv64", () -> Platform.of("Linux", "riscv64"));
    }

    @Test
    void readsTheCauseFromWhatTheServerSays() {
        assertThat(problemOf("could not extend file: No space left on device")).isEqualTo(Problem.NO_SPACE);
        assertThat(problemOf("could not bind IPv4 address: Address already in use"))
                .isEqualTo(Problem.PORT_TAKEN);
        assertThat(problemOf("initdb: error while loading shared libraries: libc.so.6: not found"))
                .isEqualTo(Problem.MISSING_LIBRARY);
        assertThat(problemOf("PANIC: something else")).isEqualTo(Problem.SERVER_FAILED);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(Settings.in(folder));
    }

    private static Problem problemOf(String output) {
        return Failures.of("start", output).problem();
    }

    private static void assertRefused(Problem problem, String words, ThrowingCallable action) {
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(action)
                .withMessageContaining(words)
                .withMessageContaining(problem.remedy())
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
