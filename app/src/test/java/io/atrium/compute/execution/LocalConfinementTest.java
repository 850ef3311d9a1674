// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run cannot see or do.
class LocalConfinementTest {
    private final Path folder;
    private final LocalRuns runs;

    LocalConfinementTest(@TempDir Path folder) {
        this.folder = folder;
        runs = new LocalRuns(folder.resolve("home"));
    }

    @Test
    void reachesNoNetworkNotEvenThisMachine() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run = runs.run("(exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + ") || echo unreachable;"
                    + " tail -n +3 /proc/net/dev | cut -d: -f1");
            assertThat(run.log().lines())
                    .contains("unreachable")
                    .last()
                    .asString()
                    .isEqualToIgnoringWhitespace("lo");
        }
    }

    @Test
    void doesNotSeeTheFilesOfTheMachine() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var run = runs.run("cat " + secret + " /etc/shadow; echo *; ls -d /*; touch /usr/x /x");
        assertThat(run.log().lines().filter(line -> line.startsWith("/") && !line.contains(":")))
                .containsOnlyOnce("/work")
                .isSubsetOf(
                        "/bin", "/dev", "/etc", "/inputs", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/proc",
                        "/run", "/sbin", "/tmp", "/usr", "/work");
        assertThat(run.log())
                .contains("cat: " + secret + ": No such file", "/etc/shadow: No such file")
                .contains("touch: cannot touch '/usr/x': Read-only file system")
                .contains("touch: cannot touch '/x': Read-only file system");
    }

    @Test
    void seesOnlyItsOwnProcesses() {
        var run = runs.run("cat /proc/[0-9]*/cmdline | tr '\\0' ' '; ls -d /proc/[0-9]* | wc -l");
        assertThat(run.log()).doesNotContain("java");
        assertThat(run.log().strip()).containsPattern("\\D[3-5]$");
    }

    @Test
    void isAnOrdinaryUserInsideAndOneOfItsOwnOutside() throws IOException {
        var id = runs.started(RunLimits.SMALL, "id -u; id -G; sleep 30");
        assertThat(runs.printed(id, log -> log.lines().count() == 2)).isEqualTo("1000\n1000\n");

        var outside = (int) Files.getAttribute(Path.of("/proc", String.valueOf(pidOf("sleep 30"))), "unix:uid");
        int own = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (own == 0) {
            assertThat(outside)
                    .isBetween(UserRange.DEFAULT.first(), UserRange.DEFAULT.first() + UserRange.DEFAULT.count());
        } else {
            assertThat(outside).isEqualTo(own);
        }
        runs.engine.stop(id, "seen");
        runs.ended(id);
    }

    @Test
    void canGainNoPrivilege() {
        var run = runs.run("grep -E 'CapEff|CapPrm|CapAmb|NoNewPrivs' /proc/self/status | tr -d '\\t';"
                + " unshare -U true 2>/dev/null || echo no namespace;"
                + " mount -t tmpfs x /tmp 2>/dev/null || echo no mount;"
                + " ls /proc/1/root 2>/dev/null || echo no way out; kill -KILL 1; kill -0 1 && echo first lives");
        assertThat(run.log().lines())
                .contains("CapPrm:0000000000000000", "CapEff:0000000000000000", "CapAmb:0000000000000000")
                .contains("NoNewPrivs:1", "no namespace", "no mount", "no way out", "first lives");
    }

    @Test
    void hasACleanEnvironment() {
        var run = runs.run("exec env");
        assertThat(run.log().lines().filter(line -> !line.matches("(PWD|SHLVL|_)=.*")))
                .containsExactlyInAnyOrder(
                        "HOME=/work", "JAVA_HOME=/opt/java", "LANG=C.UTF-8", "PATH=/opt/java/bin:/usr/bin:/bin");
    }

    @Test
    void getsItsWordsVariablesAndInputsUnchanged() throws IOException {
        var closed = Files.createDirectory(
                folder.resolve("only the owner"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var data = Files.createDirectory(closed.resolve("data"));
        Files.writeString(data.resolve("a.txt"), "from a folder\n");
        var file = Files.writeString(closed.resolve("b.txt"), "from a file\n");
        var request = new RunRequest(
                new RunId("words"),
                List.of(
                        "bash",
                        "-c",
                        "cat /inputs/data/a.txt /inputs/b.txt; echo \"$0|$1|$X\"; touch /inputs/data/x"
                                + " /inputs/b.txt",
                        "it's",
                        "a \"b\" $HOME\n中庭"),
                Map.of("X", "'; exit 1"),
                RunLimits.SMALL,
                List.of(new ReadOnlyMount(data, "data"), new ReadOnlyMount(file, "b.txt")));

        assertThat(runs.engine.start(request)).isEqualTo(new StartOutcome.Started());
        runs.ended(request.id());

        assertThat(runs.engine.log(request.id(), 0, 10_000).text())
                .startsWith("from a folder\nfrom a file\nit's|a \"b\" $HOME\n中庭|'; exit 1\n")
                .contains("cannot touch '/inputs/data/x': Read-only file system")
                .contains("cannot touch '/inputs/b.txt': ");
    }

    @Test
    void findsAJdk() {
        assertThat(runs.run("java -Xmx64m -version").log()).contains("25");
    }

    private static long pidOf(String command) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith(command))
                        .isPresent())
                .map(ProcessHandle::pid)
                .max(Long::compare)
                .orElseThrow();
    }
}
