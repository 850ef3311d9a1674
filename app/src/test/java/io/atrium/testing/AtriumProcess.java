// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole application as a process of its own: one node of several, with a data folder that it keeps when it is
/// killed and started again.
public final class AtriumProcess {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Database database;
    private final Path folder;
    private final String name;
    private final List<String> settings;
    private final int port;
    private volatile Process process;

    public record Database(String url, String user, String password) {}

    private AtriumProcess(Database database, Path folder, String name, List<String> settings) throws IOException {
        this.database = database;
        this.folder = folder;
        this.name = name;
        this.settings = settings;
        this.port = freePort();
        this.process = launch();
    }

    /// @param folder of the installation; a node's own folder lies in it
    /// @param settings `name=value` each, beside the usual ones
    public static AtriumProcess start(Database database, Path folder, String name, String... settings)
            throws IOException {
        return new AtriumProcess(database, folder, name, List.of(settings));
    }

    public String name() {
        return name;
    }

    public String root() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    public Path runs() {
        return folder.resolve(name).resolve("runs").resolve("runs");
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " did not stay; see " + folder.resolve(name + ".log"));
        }
        try {
            var health = HttpRequest.newBuilder(URI.create(root() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stands still in the middle of whatever it does, like a machine whose disk hangs.
    public void pause() throws IOException {
        signal("STOP");
    }

    public void goOn() throws IOException {
        signal("CONT");
    }

    public void startAgain() throws IOException {
        process = launch();
    }

    private void signal(String signal) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                "io.atrium.Atrium",
                "--atrium.demo=true",
                "--atrium.seed=false",
                "--atrium.sign-in.hash-memory-kib=64",
                "--atrium.db.url=" + database.url(),
                "--atrium.db.user=" + database.user(),
                "--atrium.db.password=" + database.password(),
                "--atrium.node.name=" + name,
                "--atrium.node.lost-after=30s",
                "--atrium.files=" + folder.resolve("files"),
                "--atrium.data=" + folder.resolve(name),
                "--server.port=" + port));
        settings.forEach(setting -> line.add("--" + setting));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }

    /// Without the tests, whose wiring the application would find and take for its own.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
