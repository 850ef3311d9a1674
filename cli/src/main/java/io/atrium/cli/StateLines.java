// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.state.StateFile;
import io.atrium.engine.scheduler.state.StateNotUnderstood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A scheduler's state in a file, refused with the line that is not understood.
public final class StateLines {

    private StateLines() {}

    public static Snapshot read(Path file) throws IOException, CommandFailed {
        return understood(all(file), file.toString());
    }

    /// @param source where the lines come from, for the sentence
    static Snapshot understood(List<String> lines, String source) throws CommandFailed {
        try {
            return StateFile.read(lines);
        } catch (StateNotUnderstood wrong) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "STATE_NOT_UNDERSTOOD",
                    "%s, line %d: %s.".formatted(source, wrong.line(), wrong.getMessage()),
                    "Take the state anew with 'atrium compute snapshot'; docs/reference/scheduler.md lists the lines.");
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
}
