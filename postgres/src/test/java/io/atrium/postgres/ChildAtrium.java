// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another JVM that runs a server in a folder, writes one note and waits until its standard input ends.
final class ChildAtrium implements AutoCloseable {

    private static final String RUNNING = "RUNNING ";
    private static final int SECONDS_MAX = 60;

    private final Process process;
    private final BufferedReader output;

    private ChildAtrium(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildAtrium start(Path folder) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), folder, Binaries.defaultFolder());
    }

    static ChildAtrium start(List<String> prefix, String classPath, Path folder, Path binaries) throws IOException {
        var line = new ArrayList<>(prefix);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ChildAtrium.class.getName(),
                folder.toString(),
                binaries.toString()));
        return new ChildAtrium(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start());
    }

    /// @return the port of its server
    int awaitRunning() throws IOException {
        var seen = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(RUNNING)) return Integer.parseInt(line.substring(RUNNING.length()));
            seen.append(line).append('\n');
        }
        throw new AssertionError("the child ended:\n" + seen);
    }

    String awaitEnd() throws IOException, InterruptedException {
        var text = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine())
            text.append(line).append('\n');
        process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        return text.toString();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// Lets it end by itself.
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    }

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.in(Path.of(arguments[0])).withBinaries(Path.of(arguments[1]));
        try (var postgres = EmbeddedPostgres.start(settings)) {
            Sql.run(postgres, "create table note as select 'kept' as text");
            System.out.println(RUNNING + postgres.port());
            var end = System.in.read();
            assert end == -1;
        } catch (PostgresUnavailable e) {
            System.out.println(e.problem() + " " + e.getMessage());
        }
    }
}
