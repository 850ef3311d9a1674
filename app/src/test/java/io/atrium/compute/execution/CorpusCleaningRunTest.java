// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCleaningRunTest {
    private final Path folder;

    CorpusCleaningRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesAndCleansACorpusConfined() {
        var runs = new LocalRuns(folder.resolve("home"));
        var id = new RunId("job_1");

        var request = new CorpusCleaningRun(folder.resolve("home")).request(id, 500, RunLimits.SMALL);
        assertThat(runs.engine.start(request)).isEqualTo(new StartOutcome.Started());
        var end = runs.ended(id);

        var log = runs.engine.log(id, 0, 100_000).text();
        assertThat(log)
                .contains("stage=generate done=500/500 documents\n", "stage=clean done=500/500 documents\n")
                .containsPattern("card documents=\\d+ characters=\\d+ han_characters=\\d+ sha256=[0-9a-f]{64}\n$");
        assertThat(end.exit()).as(log).isEqualTo(RunExit.SUCCEEDED);
        assertThat(end.usage().cpuMs()).isPositive();
    }
}
