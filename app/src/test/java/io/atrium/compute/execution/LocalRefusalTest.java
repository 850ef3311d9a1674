// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.Readiness.Lack;
import io.atrium.compute.execution.StartOutcome.Code;
import io.atrium.compute.execution.StartOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused, in order, and what the refusal says.
class LocalRefusalTest {
    private static final RunId ID = new RunId("job_1");
    private static final List<String> TOOLS = List.of(
            "sh",
            "setsid",
            "unshare",
            "setpriv",
            "prlimit",
            "pivot_root",
            "mount",
            "umount",
            "hostname",
            "getconf",
            "mkfifo",
            "env",
            "nice",
            "cat",
            "ln",
            "rm",
            "mv",
            "mkdir",
            "cp",
            "chmod",
            "rmdir",
            "sleep");

    private final Path folder;

    LocalRefusalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void refusesToRunWhereItCannotConfine() throws IOException {
        var engine = engine(hostWithout("unshare"), UserRange.DEFAULT);
        assertThat(engine.readiness())
                .isEqualTo(new Readiness.NotReady(
                        List.of(new Lack("the program unshare is missing", "apt-get install util-linux"))));
        assertThat(engine.start(request("true")))
                .isEqualTo(new Refused(
                        Code.CANNOT_CONFINE,
                        Map.of("missing", "the program unshare is missing", "remedy", "apt-get install util-linux")));
        assertThat(engine.poll(ID)).isEqualTo(new RunState.Unknown());
        assertThat(folder.resolve("home/runs")).isEmptyDirectory();
    }

    @Test
    void refusesWhenAStepOfConfiningFails() throws IOException {
        var tools = hostWithout("hostname");
        program(folder.resolve("tools/hostname"), "echo not allowed; exit 1");
        var engine = engine(tools, UserRange.DEFAULT);

        assertThat(engine.start(request("echo ran"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Code.CANNOT_CONFINE);
            assertThat(refused.facts().get("missing"))
                    .contains("failed at mounting /proc")
                    .contains("not allowed");
        });
        assertThat(folder.resolve("home/runs")).isEmptyDirectory();
        assertThat(folder.resolve("home/users")).isEmptyDirectory();
    }

    @Test
    void namesTheSettingThatSwitchesNamespacesOff() throws IOException {
        var proc = Files.createDirectories(folder.resolve("proc"));
        Files.createDirectories(proc.resolve("self"));
        Files.createDirectories(proc.resolve("sys/user"));
        Files.writeString(proc.resolve("sys/user/max_user_namespaces"), "0\n");
        assertThat(new HostChecks(Host.current(), proc).lacks())
                .containsExactly(new Lack(
                        "user namespaces are switched off (user.max_user_namespaces is 0)",
                        "sysctl -w user.max_user_namespaces=10000"));
    }

    @Test
    void saysThatItNeedsLinux() {
        assertThat(new HostChecks(Host.current(), folder.resolve("no-proc")).lacks())
                .extracting(Lack::what)
                .containsExactly("this machine does not run Linux");
    }

    @Test
    void refusesABadRequestBeforeLookingAtTheMachine() throws IOException {
        var engine = engine(hostWithout("unshare"), UserRange.DEFAULT);
        assertThat(engine.start(request())).isEqualTo(invalid("there is no command"));
        assertThat(engine.start(request("A=1"))).isEqualTo(invalid("a program's name cannot hold an equals sign"));
        assertThat(engine.start(request("a\0b"))).isEqualTo(invalid("a word holds a NUL character"));
        assertThat(engine.start(request("x".repeat(RequestChecks.CHARACTERS_MAX + 1))))
                .isEqualTo(invalid("command and environment are longer than 100000 characters"));
        var missing = folder.resolve("missing");
        assertThat(engine.start(new RunRequest(
                        ID, List.of("true"), Map.of(), RunLimits.SMALL, List.of(new ReadOnlyMount(missing, "a")))))
                .isEqualTo(new Refused(Code.INPUT_MISSING, Map.of("path", missing.toString())));
        assertThat(engine.start(new RunRequest(ID, List.of("true"), Map.of("1 A", ""), RunLimits.SMALL, List.of())))
                .isEqualTo(invalid("an environment name is none"));
    }

    private RunRequest request(String... command) {
        return new RunRequest(ID, List.of(command), Map.of(), RunLimits.SMALL, List.of());
    }

    private static Refused invalid(String problem) {
        return new Refused(Code.INVALID_REQUEST, Map.of("problem", problem));
    }

    private LocalProcessEngine engine(Host host, UserRange users) {
        return new LocalProcessEngine(folder.resolve("home"), InstantSource.fixed(LocalRuns.NOW), users, host);
    }

    /// This machine, but for one program.
    private Host hostWithout(String missing) throws IOException {
        var tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : TOOLS) {
            if (!tool.equals(missing)) {
                program(tools.resolve(tool), "exec " + installed(tool) + " \"$@\"");
            }
        }
        return new Host(
                tools.toString(), Host.current().javaHome(), Host.current().root());
    }

    private static Path installed(String tool) {
        return Arrays.stream(Host.current().toolPath().split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
