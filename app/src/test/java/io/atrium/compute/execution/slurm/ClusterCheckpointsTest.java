// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job put into its folder harms nothing outside.
class ClusterCheckpointsTest {

    @TempDir
    private Path shared;

    @TempDir
    private Path elsewhere;

    private Path precious;

    @BeforeEach
    void keepSomethingElsewhere() throws IOException {
        precious = Files.writeString(elsewhere.resolve("precious"), "x");
    }

    private static ClusterCheckpoints in(@Nullable Path folder) {
        var share = new SlurmCluster.Share(1, 1);
        return new ClusterCheckpoints(new SlurmCluster(
                "c", URI.create("http://127.0.0.1"), "u", null, null, null, share, "/work", folder, false));
    }

    @Test
    void removesTheFolderAndLeavesWhatItsLinksLeadTo() throws IOException {
        var kept = Files.createDirectories(shared.resolve("job_1.checkpoints"));
        Files.createDirectories(kept.resolve("deep/er"));
        Files.writeString(kept.resolve("deep/latest"), "x");
        Files.createSymbolicLink(kept.resolve("link"), elsewhere);
        Files.createDirectory(shared.resolve("job_2.checkpoints"));
        in(shared).remove("job_1");
        assertThat(kept).doesNotExist();
        assertThat(shared.resolve("job_2.checkpoints")).exists();
        assertThat(precious).exists();
    }

    @Test
    void aLinkInTheFoldersPlaceIsNotFollowed() throws IOException {
        Files.createSymbolicLink(shared.resolve("job_1.checkpoints"), elsewhere);
        in(shared).remove("job_1");
        assertThat(precious).exists();
        assertThat(in(shared).dated("job_1")).isEmpty();
    }

    @Test
    void leavesAloneWhatIsTooDeep() throws IOException {
        var deepest = shared.resolve("job_1.checkpoints" + "/d".repeat(200));
        Files.createDirectories(deepest);
        assertThatNoException().isThrownBy(() -> in(shared).remove("job_1"));
        assertThat(deepest).exists();
    }

    @Test
    void seesNothingWhereTheFolderIsNotShared() {
        assertThat(in(null).dated("job_1")).isEmpty();
        assertThat(in(shared).dated("job_1")).isEmpty();
        assertThatNoException().isThrownBy(() -> in(null).remove("job_1"));
    }
}
