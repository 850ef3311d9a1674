// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static io.atrium.compute.execution.LocalRuns.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each limit ends the run or caps what it takes.
class LocalLimitsTest {
    private static final Duration CPU = Duration.ofSeconds(20);
    private static final Duration WALL = Duration.ofSeconds(20);

    private final LocalRuns runs;

    LocalLimitsTest(@TempDir Path folder) {
        runs = new LocalRuns(folder.resolve("home"));
    }

    @Test
    void aProcessGetsNoMoreMemoryThanTheRunMayHave() {
        // asked for in one piece: what grows slowly may be ended as the sum of all processes first
        var run = runs.run(limits(CPU, 100 * MIB, WALL), "dd if=/dev/zero of=/dev/null bs=200M count=1; echo $?");
        assertThat(run.log()).contains("dd: memory exhausted").endsWith("1\n");
    }

    @Test
    void processesTogetherGetNoMoreMemoryThanTheRunMayHave() {
        var hungry = "head -c 70000000 /dev/zero | tail -n 1 | (sleep 20; cat > /dev/null) &";
        var run = runs.run(limits(CPU, 100 * MIB, WALL), hungry + hungry + hungry + " wait");
        assertThat(run.end().exit()).isEqualTo(RunExit.MEMORY_LIMIT);
        assertThat(run.end().exitCode()).isEqualTo(137);
        assertThat(run.end().usage().memoryBytesMax()).isGreaterThan(100 * MIB);
    }

    @Test
    void processesTogetherGetNoMoreProcessorTime() {
        var run = runs.run(limits(Duration.ofSeconds(1), 100 * MIB, WALL), "while :; do :; done & while :; do :; done");
        assertThat(run.end().exit()).isEqualTo(RunExit.CPU_LIMIT);
        assertThat(run.end().usage().cpuMs()).isBetween(1_000L, 3_000L);
    }

    @Test
    void endsAtItsTimeLimitWithoutAGrace() {
        var run = runs.run(limits(CPU, 100 * MIB, Duration.ofSeconds(1)), "trap '' TERM; sleep 60");
        assertThat(run.end().exit()).isEqualTo(RunExit.TIME_LIMIT);
        assertThat(run.end().usage().elapsedMs()).isBetween(1_000L, 3_000L);
        assertThat(run.end().endedAt())
                .isEqualTo(LocalRuns.NOW.plusMillis(run.end().usage().elapsedMs()));
    }

    @Test
    void aForkBombFillsOnlyItsOwnPlaces() {
        var limits = new RunLimits(CPU, 500 * MIB, Duration.ofSeconds(2), 32, MIB, MIB);
        var run = runs.run(
                limits,
                "bomb() { bomb | bomb & }; bomb 2> /dev/null;"
                        + " ls -d /proc/[0-9]* | wc -l; sleep 1; echo /proc/[0-9]* | wc -w; sleep 60");
        assertThat(run.end().exit()).isEqualTo(RunExit.TIME_LIMIT);
        assertThat(run.log()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.matches("\\d+"))
                        .map(Integer::valueOf))
                .allMatch(processes -> processes <= 34);
    }

    @Test
    void writesNoMoreThanItsDiskHolds() {
        var limits = new RunLimits(CPU, 100 * MIB, WALL, 32, 2 * MIB, MIB);
        var run = runs.run(
                limits,
                "trap '' XFSZ; head -c 1500000 /dev/zero > a; head -c 1500000 /dev/zero > /tmp/b"
                        + " || echo full; head -c 1500000 /dev/zero > /dev/shm/c || echo full; for i in {1..5000}; do"
                        + " : > f$i || break; done 2> /dev/null; ls f* | wc -l");
        assertThat(run.log().lines()).filteredOn("full"::equals).hasSize(2);
        assertThat(Integer.parseInt(run.log().lines().toList().getLast())).isLessThan(1_500);
    }

    @Test
    void keepsNoMoreOfTheLogThanAskedFor() {
        var limits = new RunLimits(CPU, 100 * MIB, WALL, 32, MIB, 10_000);
        var run = runs.run(limits, "head -c 3000000 /dev/zero | tr '\\0' x; exit 3");
        assertThat(run.log()).hasSize(10_000);
        assertThat(run.end().exit()).isEqualTo(RunExit.FAILED);
        assertThat(run.end().exitCode()).isEqualTo(3);
    }

    private static RunLimits limits(Duration cpu, long memory, Duration wall) {
        return new RunLimits(cpu, memory, wall, 64, 16 * MIB, MIB);
    }
}
