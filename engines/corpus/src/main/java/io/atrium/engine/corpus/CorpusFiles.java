// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The JSONL files of a corpus, in the order of their names: one document a line.
record CorpusFiles(List<Path> files) {
    static final String EXTENSION = ".jsonl";

    static CorpusFiles in(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return new CorpusFiles(entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .sorted()
                    .toList());
        }
    }

    /// Lines in all files, found by their newlines without decoding; a last line may lack its newline.
    long countLines() throws IOException {
        long lines = 0;
        for (var file : files) {
            lines += countLines(file);
        }
        return lines;
    }

    /// Hands every line to the consumer; bytes that are not UTF-8 become U+FFFD.
    void forEachLine(Consumer<String> consumer) throws IOException {
        for (var file : files) {
            try (var lines =
                    new BoundedLines(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    consumer.accept(line);
                }
            }
        }
    }

    private static long countLines(Path file) throws IOException {
        long lines = 0;
        byte last = '\n';
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer.clear()) > 0) {
                for (buffer.flip(); buffer.hasRemaining(); ) {
                    last = buffer.get();
                    lines += last == '\n' ? 1 : 0;
                }
            }
        }
        return last == '\n' ? lines : lines + 1;
    }
}
