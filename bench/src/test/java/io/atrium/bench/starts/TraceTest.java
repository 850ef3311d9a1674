// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The beginnings of recorded traces under live rounds; the benchmark takes longer parts.
class TraceTest {
    private static final Path TRACES = Path.of("../../shared/data/traces");

    static Stream<Trace> traces() {
        return Stream.of(Trace.hpc2n(1_500), Trace.philly(4_000));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void firstIntervalsHoldAboutAsOftenAsTheySay(Trace trace) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(TRACES), "no traces at " + TRACES);
        var learned = trace.replay(TRACES).run().learned();
        assertThat(learned.told()).isGreaterThan(500);
        assertThat(learned.held()).isBetween(0.7, 0.9);
    }
}
