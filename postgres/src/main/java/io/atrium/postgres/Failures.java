// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Turns what the system and the server say into a [Problem].
final class Failures {

    private static final Pattern NO_SPACE = Pattern.compile("No space left on device|Disk quota exceeded");
    private static final Pattern PORT_TAKEN = Pattern.compile("Address already in use");
    private static final Pattern MISSING_LIBRARY = Pattern.compile("error while loading shared libraries: (\\S+)");
    private static final Pattern OTHER_VERSION = Pattern.compile("database files are incompatible with server");

    private Failures() {}

    static PostgresUnavailable of(Path folder, IOException cause) {
        var words = String.valueOf(cause.getMessage());
        var problem = NO_SPACE.matcher(words).find() ? Problem.NO_SPACE : Problem.FOLDER_NOT_WRITABLE;
        return new PostgresUnavailable(problem, "Cannot write to " + folder + ": " + cause, cause);
    }

    /// @param what   the step that failed
    /// @param output what the program printed, or the last lines of the server's log
    static PostgresUnavailable of(String what, String output) {
        var library = MISSING_LIBRARY.matcher(output);
        if (library.find()) {
            return new PostgresUnavailable(Problem.MISSING_LIBRARY, what + ": this machine lacks " + library.group(1));
        }
        return new PostgresUnavailable(problemIn(output), what + ":" + System.lineSeparator() + output.strip());
    }

    private static Problem problemIn(String output) {
        if (NO_SPACE.matcher(output).find()) return Problem.NO_SPACE;
        if (OTHER_VERSION.matcher(output).find()) return Problem.OTHER_MAJOR_VERSION;
        if (PORT_TAKEN.matcher(output).find()) return Problem.PORT_TAKEN;
        return Problem.SERVER_FAILED;
    }
}
