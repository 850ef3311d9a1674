// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the server's programs under the right account and says what they said when they fail.
record Programs(Path bin, Account account) {

    /// Output beyond this is of no use in a message.
    private static final int OUTPUT_CHARACTERS_MAX = 4_000;

    /// A program ended by itself: what it returned and what it printed.
    record Result(int status, String output) {
        boolean isDone() {
            return status == 0;
        }
    }

    /// Starts or stops the server of `data` and waits until that is done.
    Result control(Path data, Duration limit, String... arguments) {
        var waiting = List.of("-D", data.toString(), "-w", "-t", Long.toString(limit.toSeconds()));
        return run(limit, "pg_ctl", CommandLine.of(waiting, arguments).toArray(String[]::new));
    }

    Result run(Duration limit, String program, String... arguments) {
        try {
            var output = Files.createTempFile("atrium-postgres-", ".out");
            try {
                return run(limit, output, program, arguments);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new PostgresUnavailable(Problem.SERVER_FAILED, program + " cannot be run: " + e.getMessage(), e);
        }
    }

    private Result run(Duration limit, Path output, String program, String... arguments) throws IOException {
        var line = CommandLine.of(account.prefix(), bin.resolve(program).toString());
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(Path.of("/").toFile()); // the caller's folder may be closed to the server's account
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw Failures.of(program + " took longer than " + limit.toSeconds() + " s", tail(output));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
        return new Result(process.exitValue(), tail(output));
    }

    /// The end of a text file, for messages.
    static String tail(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            var skipped = Math.max(0, channel.size() - OUTPUT_CHARACTERS_MAX);
            channel.position(skipped);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return ""; // the message goes without it
        }
    }
}
