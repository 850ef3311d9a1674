// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Reads lines without ever holding more than {@link #LINE_CHARACTERS_MAX} characters: a longer line comes out empty.
final class BoundedLines implements Closeable {
    static final int LINE_CHARACTERS_MAX = 1_000_000;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /// The next line without its newline, or null at the end.
    @Nullable
    String next() throws IOException {
        var line = new StringBuilder();
        boolean tooLong = false;
        while (at < end || fill()) {
            int newline = indexOfNewline();
            tooLong |= line.length() + newline - at > LINE_CHARACTERS_MAX;
            if (!tooLong) {
                line.append(buffer, at, newline - at);
            }
            at = newline;
            if (at < end) {
                at++;
                return tooLong ? "" : line.toString();
            }
        }
        return line.isEmpty() ? null : tooLong ? "" : line.toString();
    }

    private int indexOfNewline() {
        int i = at;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(reader.read(buffer), 0);
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
