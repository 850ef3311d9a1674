// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The demo as a process of its own, killed twice with SIGKILL in the middle of a firm's first day and started again:
/// the
/// day goes on where it stopped, the books balance, and nothing is lost or doubled.
class DemoKilledTest {

    private static final Pattern JOB = Pattern.compile("/jobs/(job_[a-z0-9]+)");
    private static final String ERRORS = "stderr.log";
    private static final int ANY_PORT = 0;
    private static final int SECONDS_MAX = 240;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void goesOnWithTheSameJobAfterEachKill() throws Exception {
        var data = freshFolder();
        var submitted = killAfter(start(data, ANY_PORT, "--atrium.day.language=en"), "Submitted");
        var used = killAfter(start(data, ANY_PORT, "--atrium.day.language=en"), "Used");
        assertThat(used).isEqualTo(submitted);

        var again = start(data, ANY_PORT, "--atrium.day.json=true");
        var summary = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(again.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).as(summary).isZero();
        assertThat(summary)
                .startsWith("{\"ok\":true,")
                .contains("\"trial_balance_fen\":0,\"trial_balance_gpu_ms\":0}")
                .contains(submitted);
        assertThat(jobs(summary)).containsOnly(submitted);
        assertThat(summary.lines()).hasSize(1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void saysWhatIsWrongWhenThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var data = freshFolder();
            var refused = start(data, taken.getLocalPort());
            assertThat(refused.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(refused.exitValue()).isNotZero();
            assertThat(data.resolve(ERRORS)).content().contains("was already in use");
        }
    }

    /// Reads until the line is there, kills, and returns the job that the day had come to.
    private static String killAfter(Process demo, String marker) throws Exception {
        var job = "";
        try (var lines = new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            boolean isThere = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                isThere |= line.contains(marker);
                if (isThere && JOB.matcher(line).find()) {
                    job = jobs(line).getFirst();
                    break;
                }
            }
        }
        demo.destroyForcibly().waitFor();
        assertThat(job).isNotEmpty();
        return job;
    }

    private static List<String> jobs(String text) {
        return JOB.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Process start(Path data, int port, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.atrium.Atrium",
                "--atrium.demo=true",
                "--atrium.day.run=true",
                "--atrium.day.once=true",
                "--atrium.data=" + data,
                "--server.port=" + port));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command)
                .redirectError(data.resolve(ERRORS).toFile())
                .start();
    }

    private static Path freshFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "killed-")
                .toAbsolutePath();
    }
}
