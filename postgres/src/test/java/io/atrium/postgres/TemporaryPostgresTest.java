// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryPostgresTest {

    @Test
    void leavesNothingBehind() throws Exception {
        Path data;
        try (var temporary = TemporaryPostgres.start()) {
            data = Path.of(Sql.ask(temporary.server(), "show data_directory"));
            assertThat(data).isDirectory();
        }
        assertThat(data.resolveSibling("postgres.password")).doesNotExist();
        assertThat(data).doesNotExist();
    }

    @Test
    void clearsAwayWhatAKilledProcessLeft() throws Exception {
        var folder = Files.createDirectory(TemporaryPostgres.openBase().resolve(endedPid() + "-left"));
        try (var child = ChildAtrium.start(folder)) {
            child.awaitRunning();
            child.kill();
        }

        TemporaryPostgres.start().close();

        assertThat(folder).doesNotExist();
        assertThat(Leftovers.in(Cluster.dataIn(folder))).isEmpty();
    }

    private static long endedPid() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
