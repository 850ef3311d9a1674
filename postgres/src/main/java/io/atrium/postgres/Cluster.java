// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The data on disk: made once by `initdb`, checked before every start.
final class Cluster {

    private static final Duration INIT_MAX = Duration.ofMinutes(2);
    /// A new cluster takes 40 MB; the rest is room for the first write-ahead segments.
    private static final long FREE_BYTES_MIN = 200L << 20;

    private final Path folder;
    private final Programs programs;

    Cluster(Path folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    static Path dataIn(Path folder) {
        return folder.resolve("pgdata");
    }

    Path data() {
        return dataIn(folder);
    }

    /// Ready to be served: exists, has our version, nobody serves it, and there is room to write.
    void prepare(Path passwordFile) throws IOException {
        refuseFullDisk();
        if (Files.exists(versionFile())) {
            refuseOtherVersion();
            Leftovers.stop(data(), programs);
            Files.deleteIfExists(data().resolve("postmaster.pid")); // nobody serves the folder: it can only be stale
        } else {
            initialise(passwordFile);
        }
    }

    /// Made beside and renamed: a crash half way leaves nothing that looks like a cluster.
    private void initialise(Path passwordFile) throws IOException {
        var draft = folder.resolve("pgdata.new");
        Folders.deleteRecursively(draft);
        var result = programs.run(
                INIT_MAX,
                "initdb",
                "-D",
                draft.toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile);
        if (!result.isDone()) throw Failures.of("Cannot create the database in " + folder, result.output());
        Files.move(draft, data());
    }

    private void refuseFullDisk() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new PostgresUnavailable(
                    Problem.NO_SPACE,
                    "%d MB are free for %s, %d MB are needed.".formatted(free >> 20, folder, FREE_BYTES_MIN >> 20));
        }
    }

    private void refuseOtherVersion() throws IOException {
        var version = Files.readString(versionFile()).strip();
        if (!version.equals(Binaries.MAJOR_VERSION)) {
            throw new PostgresUnavailable(
                    Problem.OTHER_MAJOR_VERSION,
                    folder + " holds data of PostgreSQL " + version + ", this Atrium brings " + Binaries.MAJOR_VERSION
                            + ".");
        }
    }

    private Path versionFile() {
        return data().resolve("PG_VERSION");
    }
}
