// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import io.atrium.postgres.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// A [Node] in a JVM of its own, as seen by the one who tells it things and kills it.
final class NodeProcess {
    private final Process process;
    private final BufferedWriter input;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private volatile boolean isReady;

    private NodeProcess(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// @param answers told what it answered, and about which message
    static NodeProcess start(EmbeddedPostgres server, Path log, BiConsumer<String, String> answers) throws IOException {
        var line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dlogback.configurationFile=logback-silent.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                server.jdbcUrl(),
                server.user(),
                server.password());
        var node = new NodeProcess(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
        Thread.ofVirtual().start(() -> node.listen(answers));
        return node;
    }

    private void listen(BiConsumer<String, String> answers) {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("READY")) {
                    isReady = true;
                    continue;
                }
                var words = line.split(" ");
                if (words.length == 2) {
                    unanswered.remove(words[1]);
                    answers.accept(words[0], words[1]);
                }
            }
        } catch (IOException _) {
            isReady = false; // it was killed in the middle of a line
        }
    }

    boolean isReady() {
        return isReady && process.isAlive();
    }

    /// Tells it something; false when it is dead.
    boolean tell(Message message) {
        try {
            unanswered.add(message.key());
            input.write(message.line());
            input.newLine();
            input.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// What it was told and did not answer.
    int unanswered() {
        return unanswered.size();
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets it end by itself.
    void end() {
        try {
            input.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
