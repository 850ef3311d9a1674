// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Lends each run a numeric user of its own: a file for each user that is taken, named by the user, holding the run.
final class RunUsers {
    private final Path folder;
    private final UserRange range;

    RunUsers(Path folder, UserRange range) {
        this.folder = folder;
        this.range = range;
    }

    OptionalInt take(RunId run) throws IOException {
        for (int user = range.first(); user < range.first() + range.count(); user++) {
            try {
                Files.writeString(file(user), run.value(), StandardOpenOption.CREATE_NEW);
                return OptionalInt.of(user);
            } catch (FileAlreadyExistsException _) {
                // lent to another run
            }
        }
        return OptionalInt.empty();
    }

    void giveBack(int user) throws IOException {
        Files.deleteIfExists(file(user));
    }

    /// Gives back the users of runs that are kept no more: Atrium was killed between two steps.
    void giveBackUnless(Predicate<RunId> kept) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!kept.test(new RunId(Files.readString(file)))) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(int user) {
        return folder.resolve(String.valueOf(user));
    }
}
