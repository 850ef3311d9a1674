// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atrium.engine.scheduler.pack.PackingTrial;
import io.atrium.engine.scheduler.replay.ReplayPolicy;
import io.atrium.engine.scheduler.replay.TraceReplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A fixed share of the real traces; the whole of them is measured by `./atrium bench scheduling`. They are not
/// shipped:
/// without them these tests are skipped.
class RealTracesTest {
    private static final Path TRACES =
            Path.of("../../shared/data/traces").toAbsolutePath().normalize();

    @BeforeEach
    void tracesAreThere() {
        assumeTrue(Files.isDirectory(TRACES), () -> "traces: no folder " + TRACES);
    }

    @Test
    void easyOnHpc2nWaitsAsLongAsPublished() throws Exception {
        var result = hpc2n(ReplayPolicy.EASY);
        assertThat(result.avgWaitS()).isBetween(26_500.0, 27_000.0);
    }

    @Test
    void smallAreasWithAgeWaitLessThanTheGoalOnHpc2n() throws Exception {
        var result = hpc2n(ReplayPolicy.AREA_AGE);
        assertThat(result.avgWaitS()).isLessThan(25_000);
        assertThat(result.brokenPromises()).isLessThanOrEqualTo(4);
        assertThat(result.estimateCoverage().orElseThrow()).isBetween(0.75, 0.85);
    }

    @Test
    void learnedLevelsAreNotWorseThanTiresiasOnMurisThirdTrace() throws Exception {
        var jobs = JobFile.read(TRACES.resolve("muri_trace3.csv.gz"));
        var result = new TraceReplay(jobs, new TreeMap<>(Map.of(8, 8)), ReplayPolicy.LEARNED, Map.of()).run();
        assertThat(result.avgCompletionS()).isBetween(result.lowerBoundS(), 347_213.0);
        assertThat(result.lowerBoundS()).isBetween(126_900.0, 126_970.0);
    }

    @Test
    void packsMoreThanFgdOnTheMultiGpuTasks() throws Exception {
        var machines = PackingFiles.machines(TRACES.resolve("openb_nodes.csv"));
        var tasks = PackingFiles.tasks(TRACES.resolve("openb_pods_multigpu50.csv.gz"));
        assertThat(new PackingTrial(machines, tasks, 0, false).run().allocationPct())
                .isGreaterThan(97.2);
    }

    private static TraceReplay.Result hpc2n(ReplayPolicy policy) throws Exception {
        var jobs = JobFile.read(TRACES.resolve("swf_hpc2n_2002.csv.gz"));
        return new TraceReplay(jobs, new TreeMap<>(Map.of(1, 144)), policy, Map.of()).run();
    }
}
