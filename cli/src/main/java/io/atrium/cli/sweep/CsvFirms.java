// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.CommandFailed;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Firms of a CSV file: a head with the keys of facts, a line per firm, an empty cell for what is not
/// known. Columns that are no fact are left out.
final class CsvFirms {

    private final Path file;
    private final Map<String, FactType> types;

    private CsvFirms(Path file, Map<String, FactType> types) {
        this.file = file;
        this.types = types;
    }

    static Snapshot read(Path file, Map<String, FactType> types) throws IOException, CommandFailed {
        return new CsvFirms(file, types).read();
    }

    private Snapshot read() throws IOException, CommandFailed {
        var mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
        try (var in = Files.newBufferedReader(file);
                MappingIterator<String[]> lines =
                        mapper.readerFor(String[].class).readValues(in)) {
            return read(lines);
        } catch (JacksonException broken) {
            throw refused("it is no CSV: " + broken.getOriginalMessage());
        }
    }

    private Snapshot read(MappingIterator<String[]> lines) throws CommandFailed {
        if (!lines.hasNext()) {
            throw refused("it is empty");
        }
        var head = head(lines.next());
        var firms = new SnapshotBuilder(types);
        for (int line = 2; lines.hasNext(); line++) {
            firms.add(FactSet.of(List.of()));
            put(firms, head, lines.next(), line);
        }
        return firms.freeze();
    }

    private List<String> head(String[] cells) throws CommandFailed {
        var head = Arrays.stream(cells)
                .map(cell -> cell.replace("\uFEFF", "").strip())
                .toList();
        if (new HashSet<>(head).size() < head.size()) {
            throw refused("its head names a column twice");
        }
        if (head.stream().noneMatch(types::containsKey)) {
            throw refused("its head names none of the facts " + new ArrayList<>(types.keySet()));
        }
        return head;
    }

    private void put(SnapshotBuilder firms, List<String> head, String[] cells, int line) throws CommandFailed {
        if (cells.length > head.size()) {
            throw refused("line " + line + " has " + cells.length + " cells, the head has " + head.size());
        }
        for (int column = 0; column < cells.length; column++) {
            var key = head.get(column);
            var type = types.get(key);
            var text = cells[column].strip();
            if (type == null || text.isEmpty()) {
                continue;
            }
            var value = type.parse(text);
            if (value.isEmpty()) {
                throw refused("line " + line + ", column " + key + ": '" + text + "' is no " + type.feelName());
            }
            firms.put(key, value.get());
        }
    }

    private CommandFailed refused(String why) {
        return FirmFile.refused(file, why);
    }
}
