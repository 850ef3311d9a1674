// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.audit;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.PostgresUnavailable;
import io.atrium.postgres.Problem;
import io.atrium.postgres.RunningPostgres;
import io.atrium.postgres.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a ledger is kept: a database of its owner's, or the folder of an installation, whose server is asked when it
/// runs and started for the purpose when it does not.
///
/// @param started the server that was started for the purpose
record Place(String name, Connection connection, @Nullable EmbeddedPostgres started) implements AutoCloseable {
    private static final String DEFAULT_DATA = "data";

    static Place open(@Nullable Path data, Map<String, String> environment) throws CommandFailed {
        var url = environment.getOrDefault("ATRIUM_DB_URL", "");
        if (data == null && !url.isBlank()) {
            return new Place(
                    "at " + url,
                    connect(
                            url,
                            environment.getOrDefault("ATRIUM_DB_USER", ""),
                            environment.getOrDefault("ATRIUM_DB_PASSWORD", "")),
                    null);
        }
        var folder = data == null ? Path.of(System.getProperty("atrium.data", DEFAULT_DATA)) : data;
        return inFolder(folder.resolve("postgres"));
    }

    private static Place inFolder(Path folder) throws CommandFailed {
        if (!RunningPostgres.hasData(folder)) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND,
                    "NO_DATA",
                    "There is no installation's database in " + folder + ".",
                    "Name the folder that 'serve' or 'demo' was given with --data.");
        }
        try {
            var running = RunningPostgres.in(folder).orElse(null);
            return running == null ? started(folder) : beside(folder, running);
        } catch (PostgresUnavailable e) {
            var isTemporary = e.problem() == Problem.FOLDER_IN_USE;
            throw new CommandFailed(
                    isTemporary ? ExitStatus.TEMPORARY : ExitStatus.FAILED,
                    e.problem().name(),
                    e.what(),
                    isTemporary
                            ? "It is starting or stopping: try again in a moment."
                            : e.problem().remedy());
        }
    }

    private static Place beside(Path folder, RunningPostgres running) throws CommandFailed {
        return new Place(
                "in " + folder + " beside the Atrium that runs there",
                connect(running.jdbcUrl(), running.user(), running.password()),
                null);
    }

    private static Place started(Path folder) throws CommandFailed {
        var server = EmbeddedPostgres.start(Settings.in(folder));
        try {
            return new Place("in " + folder, connect(server.jdbcUrl(), server.user(), server.password()), server);
        } catch (CommandFailed e) {
            server.close();
            throw e;
        }
    }

    private static Connection connect(String url, String user, String password) throws CommandFailed {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new CommandFailed(
                    ExitStatus.TEMPORARY,
                    "DATABASE_UNREACHABLE",
                    "The database does not answer: " + e.getMessage(),
                    "Start it, or correct ATRIUM_DB_URL, ATRIUM_DB_USER and ATRIUM_DB_PASSWORD.");
        }
    }

    @Override
    public void close() throws CommandFailed {
        try {
            connection.close();
        } catch (SQLException e) {
            throw LedgerTables.failure(e);
        } finally {
            if (started != null) {
                started.close();
            }
        }
    }
}
