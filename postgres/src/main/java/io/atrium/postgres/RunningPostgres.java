// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A server that another Atrium runs at this moment, for whoever wants to look into it beside that Atrium. It is
/// neither started nor stopped here.
public record RunningPostgres(String jdbcUrl, String user, String password) {
    /// The fourth line of `postmaster.pid`, as documented in PostgreSQL's `miscadmin.h`.
    private static final int PORT_LINE = 3;

    /// The server of this folder; empty when none serves it.
    ///
    /// @param folder that of [Settings#folder()]
    public static Optional<RunningPostgres> in(Path folder) {
        var data = Cluster.dataIn(folder.toAbsolutePath().normalize());
        try {
            if (Files.notExists(data.resolve("postmaster.pid"))
                    || Leftovers.in(data.toRealPath()).isEmpty()) {
                return Optional.empty();
            }
            var port = Files.readAllLines(data.resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password = Files.readString(folder.resolve("postgres.password")).strip();
            return Optional.of(new RunningPostgres(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedPostgres.USER, password));
        } catch (IOException e) {
            throw Failures.of(folder, e);
        }
    }

    /// Whether there are data of a server in this folder, served or not.
    public static boolean hasData(Path folder) {
        return Files.exists(Cluster.dataIn(folder).resolve("PG_VERSION"));
    }
}
