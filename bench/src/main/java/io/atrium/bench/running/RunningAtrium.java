// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The demo in a process and a folder of its own, as `./atrium demo` would run it; gone when closed.
public final class RunningAtrium implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final int LOG_LINES = 40;
    private static final String STACK_FRAME = "\tat org.";
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private RunningAtrium(Path folder, int port, List<String> settings) throws IOException {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        process = launch();
    }

    /// @param settings `--name=value` each, beside those of every demo
    public static RunningAtrium start(String... settings) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("atrium-bench-");
        var atrium = new RunningAtrium(folder, freePort(), List.of(settings));
        atrium.awaitReady();
        return atrium;
    }

    private Process launch() throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPathOfAtrium(),
                "io.atrium.Atrium",
                "--atrium.demo=true",
                "--atrium.data=" + folder,
                "--server.port=" + port));
        line.addAll(settings);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// What it says, line by line.
    public Path log() {
        return folder.resolve("atrium.log");
    }

    /// `kill -9`, and the next start in the same folder at the same address.
    public void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
        awaitReady();
    }

    /// The end of what it said, for whoever looks into a failure.
    public String lastWords() throws IOException {
        var lines = Files.readAllLines(log()).stream()
                .filter(line -> !line.startsWith(STACK_FRAME))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS))
            process.destroyForcibly().waitFor();
        deleteRecursively(folder);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var end = System.nanoTime() + START_MAX.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var log = lastWords();
                close();
                throw new IOException("Atrium did not start:\n" + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return new Reader(root()).read("/actuator/health/readiness").length > 0;
        } catch (IOException _) {
            return false; // not yet
        }
    }

    /// Without the benchmarks themselves, whose wiring the application would find and take for its own.
    private static String classPathOfAtrium() {
        var own = RunningAtrium.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(Path.of(own)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
