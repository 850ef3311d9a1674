// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The running server: started and stopped through `pg_ctl`, which waits until it is ready, or gone.
final class Server {

    /// Long enough to recover a crashed cluster of several GB.
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofMinutes(1);
    /// Another program may take a free port between our asking and the server's binding.
    private static final int PORT_TRIES_MAX = 5;

    private final Path data;
    private final Path log;
    private final Programs programs;

    Server(Cluster cluster, Path log, Programs programs) {
        this.data = cluster.data();
        this.log = log;
        this.programs = programs;
    }

    /// @return the port that it listens on
    int start(Settings settings) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return startOnce(settings);
            } catch (PostgresUnavailable e) {
                var mayTryAnother = settings.port() == Settings.ANY_PORT && attempt < PORT_TRIES_MAX;
                if (e.problem() != Problem.PORT_TAKEN || !mayTryAnother) throw e;
            }
        }
    }

    void stop() {
        var result = programs.control(data, STOP_MAX, "-m", "fast", "stop");
        if (!result.isDone() && !Leftovers.in(data).isEmpty()) {
            throw Failures.of("Cannot stop the server in " + data, result.output());
        }
    }

    private int startOnce(Settings settings) throws IOException {
        var port = LoopbackPort.claim(settings.port());
        startNewLog();
        var result = programs.control(data, START_MAX, "-l", log.toString(), "-o", options(settings, port), "start");
        if (!result.isDone())
            throw Failures.of("The server does not start, see " + log, result.output() + Programs.tail(log));
        return port;
    }

    /// Failures are read from the log's end, so each start has a file of its own; the previous one is kept.
    private void startNewLog() throws IOException {
        if (Files.notExists(log)) return;
        Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String options(Settings settings, int port) {
        var options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=" + settings.connectionsMax(),
                "-c timezone=UTC",
                "-c log_timezone=UTC"));
        if (!settings.isDurable())
            options.addAll(List.of("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"));
        return String.join(" ", options);
    }
}
