// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real slurmctld, slurmd and slurmrestd with their munged, in a temporary folder and on free ports of this machine.
public final class RealSlurm implements AutoCloseable {

    private static final List<Path> PROGRAMS = Stream.of("slurmctld", "slurmd", "slurmrestd", "munged", "runuser")
            .map(name -> Path.of("/usr/sbin", name))
            .toList();
    private static final int STEP_SECONDS_MAX = 60;

    private final Path folder;
    private final int restPort;

    private RealSlurm(Path folder, int restPort) {
        this.folder = folder;
        this.restPort = restPort;
    }

    /// Started, or the test is skipped with what is missing.
    public static RealSlurm startedOrSkipped() {
        Assumptions.assumeTrue(
                PROGRAMS.stream().allMatch(Files::isExecutable) && isRoot(),
                "a real Slurm needs root and: apt-get install --no-install-recommends slurm-wlm slurmrestd"
                        + " slurm-wlm-jwt-plugin munge ('./atrium test --install' does it)");
        try {
            var folder = Files.createTempDirectory("atrium-slurm-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            int rest = freePort();
            var slurm = new RealSlurm(folder, rest);
            slurm.run("up.sh", String.valueOf(freePort()), String.valueOf(freePort()), String.valueOf(rest));
            return slurm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + restPort);
    }

    public Path tokenFile() {
        return folder.resolve("token");
    }

    /// Shared by the pretended nodes and this machine, which are one.
    public Path workFolder() {
        return folder.resolve("work");
    }

    /// What one of Slurm's own commands prints.
    public String ask(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
            var process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("down.sh");
        ask("rm", "-rf", folder.toString());
    }

    private void run(String script, String... arguments) {
        try {
            var copy = folder.resolve(script);
            try (var resource = RealSlurm.class.getResourceAsStream("/slurm/" + script)) {
                Files.copy(Objects.requireNonNull(resource), copy, StandardCopyOption.REPLACE_EXISTING);
            }
            var command = Stream.concat(Stream.of("sh", copy.toString(), folder.toString()), Stream.of(arguments))
                    .toList();
            var said = folder.resolve(script + ".out").toFile();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(said)
                    .start();
            if (!process.waitFor(STEP_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(script + ": " + Files.readString(said.toPath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
