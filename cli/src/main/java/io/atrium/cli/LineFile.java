// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A file with one statement per line, as the engines' commands take it; `#` begins a comment.
final class LineFile {

    private LineFile() {}

    /// Hands over each line that says something; the first that is not understood ends the command, by its number.
    ///
    /// @param command whose `--help` describes the lines
    static void read(Path file, String command, Consumer<String> lines) throws IOException, CommandFailed {
        int number = 0;
        for (var line : all(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) accept(line, number, command, lines);
        }
    }

    private static List<String> all(Path file) throws IOException, CommandFailed {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "FILE_NOT_FOUND", "There is no " + file + ".", "Check the name.");
        }
    }

    private static void accept(String line, int number, String command, Consumer<String> lines) throws CommandFailed {
        try {
            lines.accept(line);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "LINE_NOT_UNDERSTOOD",
                    "Line " + number + " '" + line + "': " + e.getMessage(),
                    "See 'atrium " + command + " --help' for the lines.");
        }
    }
}
