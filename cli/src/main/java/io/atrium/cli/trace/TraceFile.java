// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// A CSV file with a head, packed by gzip or not: its lines by the names of columns.
final class TraceFile {
    /// Twenty times the largest trace that we know of; a longer file is an accident.
    static final int LINES_MAX = 2_000_000;

    private static final int GZIP_MAGIC = 0x8b1f;

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();

    private TraceFile(Path file, String[] head) {
        this.file = file;
        for (var column = 0; column < head.length; column++) {
            columns.put(head[column].replace("\uFEFF", "").strip(), column);
        }
    }

    /// One line, its cells by column.
    final class Line {
        private final String[] cells;
        private final int number;

        private Line(String[] cells, int number) {
            this.cells = cells;
            this.number = number;
        }

        String text(String column) {
            var at = columns.getOrDefault(column, cells.length);
            return at < cells.length ? cells[at].strip() : "";
        }

        /// A whole number; an empty cell counts as 0. Fractions are cut.
        long whole(String column) {
            var text = text(column);
            try {
                return text.isEmpty()
                        ? 0
                        : text.indexOf('.') < 0 ? Long.parseLong(text) : (long) Double.parseDouble(text);
            } catch (NumberFormatException _) {
                throw new IllegalArgumentException("column " + column + ": '" + text + "' is no number");
            }
        }
    }

    /// What each line says, in the order of lines.
    ///
    /// @param needed columns without which it is another kind of file
    static <T> List<T> read(Path file, Set<String> needed, Function<Line, T> reader) throws IOException, CommandFailed {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "FILE_NOT_FOUND", "There is no " + file + ".", "Check the name.");
        }
        var mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
        try (var in = open(file);
                MappingIterator<String[]> lines =
                        mapper.readerFor(String[].class).readValues(in)) {
            var head = lines.hasNext() ? lines.next() : new String[0];
            return new TraceFile(file, head).read(needed, lines, reader);
        } catch (JacksonException broken) {
            throw refused(file, "it is no CSV: " + broken.getOriginalMessage());
        }
    }

    /// The names in the head of a file.
    static Set<String> head(Path file) throws IOException, CommandFailed {
        return Set.copyOf(heads(file));
    }

    private static List<String> heads(Path file) throws IOException, CommandFailed {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(
                    ExitStatus.NOT_FOUND, "FILE_NOT_FOUND", "There is no " + file + ".", "Check the name.");
        }
        try (var in = new java.io.BufferedReader(
                new java.io.InputStreamReader(open(file), java.nio.charset.StandardCharsets.UTF_8))) {
            var line = in.readLine();
            return line == null
                    ? List.of()
                    : Arrays.stream(line.split(","))
                            .map(String::strip)
                            .distinct()
                            .toList();
        }
    }

    private <T> List<T> read(Set<String> needed, MappingIterator<String[]> lines, Function<Line, T> reader)
            throws CommandFailed {
        for (var column : needed) {
            if (!columns.containsKey(column)) {
                throw refused(file, "its head has no column " + column);
            }
        }
        var found = new ArrayList<T>();
        for (var number = 2; lines.hasNext(); number++) {
            if (number > LINES_MAX) {
                throw refused(file, "it has more than " + LINES_MAX + " lines");
            }
            found.add(read(new Line(lines.next(), number), reader));
        }
        return found;
    }

    private <T> T read(Line line, Function<Line, T> reader) throws CommandFailed {
        try {
            return reader.apply(line);
        } catch (IllegalArgumentException wrong) {
            throw refused(file, "line " + line.number + ": " + wrong.getMessage());
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        var magic = in.read() | in.read() << 8;
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in) : in;
    }

    private static CommandFailed refused(Path file, String why) {
        return new CommandFailed(
                ExitStatus.FAILED,
                "TRACE_NOT_UNDERSTOOD",
                file + " cannot be read: " + why + ".",
                "docs/reference/scheduler.md lists the formats and their columns.");
    }
}
