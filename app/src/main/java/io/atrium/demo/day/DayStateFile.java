// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Remembers which firm's day it is and whether it is over, so that a day which was cut off is taken up again and the
/// next start after a finished day begins with the next firm.
final class DayStateFile {

    private static final String OPEN = "open";
    private static final String DONE = "done";

    private final Path file;

    DayStateFile(Path dataFolder) {
        this.file = dataFolder.resolve("demo").resolve("first-day");
    }

    /// The number of the day to carry out now; it stays the same until [#finish].
    int begin() {
        var last = read();
        int number = last.state().equals(DONE) ? last.number() + 1 : Math.max(1, last.number());
        write(number, OPEN);
        return number;
    }

    void finish(int number) {
        write(number, DONE);
    }

    private record State(int number, String state) {}

    private State read() {
        try {
            if (Files.notExists(file)) {
                return new State(0, OPEN);
            }
            var words = Files.readString(file).strip().split(" ");
            return new State(Integer.parseInt(words[0]), words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int number, String state) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, number + " " + state + System.lineSeparator());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
