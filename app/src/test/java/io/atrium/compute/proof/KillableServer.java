// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.PostgresUnavailable;
import io.atrium.postgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;

/// A durable PostgreSQL that is killed over and over and keeps its port.
final class KillableServer implements AutoCloseable {
    private final Path folder;
    private EmbeddedPostgres server;

    KillableServer(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(Settings.in(folder));
    }

    EmbeddedPostgres server() {
        return server;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /// `kill -9` of one of the processes that serve a connection: PostgreSQL ends all others and recovers by itself.
    ///
    /// @return false when nobody was connected
    boolean killOneSession(Random random) throws SQLException {
        var sessions = new ArrayList<Long>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity "
                        + "where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            while (rows.next()) {
                sessions.add(rows.getLong(1));
            }
        }
        if (sessions.isEmpty()) {
            return false;
        }
        kill(sessions.get(random.nextInt(sessions.size())));
        return true;
    }

    /// `kill -9` of the server's first process; somebody has to start it again.
    void killAndStartAgain() throws IOException {
        int port = server.port();
        var note = folder.resolve("pgdata/postmaster.pid");
        kill(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
        Files.delete(note); // where nobody buries the dead, stopping would wait for the dead process for a minute
        try {
            server.close();
        } catch (PostgresUnavailable _) {
            // there was nothing to stop any more: the next start waits until the last session has ended
        }
        server = EmbeddedPostgres.start(Settings.in(folder).withPort(port));
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        server.close();
    }
}
