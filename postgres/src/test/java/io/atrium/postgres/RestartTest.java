// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data survive every way of ending, and the next start finds its way by itself.
class RestartTest {

    private static final int SECONDS_MAX = 60;

    @TempDir
    Path folder;

    @Test
    void keepsTheDataBetweenRuns() throws Exception {
        try (var postgres = EmbeddedPostgres.start(settings())) {
            Sql.run(postgres, "create table note as select 'kept' as text");
        }
        assertNoteIsKept();
    }

    @Test
    void mayBeClosedTwice() {
        var postgres = EmbeddedPostgres.start(settings());
        postgres.close();
        postgres.close();
        assertThat(Leftovers.in(data())).isEmpty();
    }

    @Test
    void recoversWhenTheServerWasKilled() throws Exception {
        try (var postgres = EmbeddedPostgres.start(settings())) {
            Sql.run(postgres, "create table note as select 'kept' as text");
            var postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(SECONDS_MAX, TimeUnit.SECONDS);
        }
        assertNoteIsKept();
    }

    @Test
    void takesOverFromAKilledJvm() throws Exception {
        try (var child = ChildAtrium.start(folder)) {
            child.awaitRunning();
            child.kill();
        }
        assertThat(Leftovers.in(data())).as("the orphan still serves").isNotEmpty();
        assertNoteIsKept();
    }

    @Test
    void takesOverOnTheVeryPortOfTheOrphan() throws Exception {
        int port;
        try (var child = ChildAtrium.start(folder)) {
            port = child.awaitRunning();
            child.kill();
        }
        try (var postgres = EmbeddedPostgres.start(settings().withPort(port))) {
            assertThat(Sql.ask(postgres, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void leavesAnotherProgramAloneThatHasTheNumberOfADeadServer() throws Exception {
        EmbeddedPostgres.start(settings()).close();
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data() + "\n");
        EmbeddedPostgres.start(settings()).close(); // this JVM is still here to see it
    }

    @Test
    void beginsAgainAfterAHalfMadeCluster() throws Exception {
        Files.createDirectories(folder.resolve("pgdata.new").resolve("base"));
        EmbeddedPostgres.start(settings()).close();
        assertThat(folder.resolve("pgdata.new")).doesNotExist();
    }

    private void assertNoteIsKept() throws Exception {
        try (var postgres = EmbeddedPostgres.start(settings())) {
            assertThat(Sql.ask(postgres, "select text from note")).isEqualTo("kept");
        }
    }

    private long postmasterPid() throws Exception {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
    }

    private Settings settings() {
        return Settings.in(folder);
    }

    private Path data() {
        return Cluster.dataIn(folder);
    }
}
