// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.file;

import io.atrium.engine.decision.column.file.FirmFileRefused.Fault;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Firms of a CSV file (企业数据文件), plain or packed with gzip: a head with the keys of facts, a line per firm, an empty
/// cell for what is not known. UTF-8. Columns that are no fact are left out.
public final class CsvFirms {

    /// A cell holds one fact; what is longer is no fact but a mistake in the quotes, or an attack.
    private static final int CELL_LENGTH_MAX = 2_000;

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;
    private static final int ROWS_PER_WORD = 4_096;

    private final Map<String, FactType> types;
    private final int firmsMax;
    private final IntConsumer watcher;

    private CsvFirms(Map<String, FactType> types, int firmsMax, IntConsumer watcher) {
        this.types = types;
        this.firmsMax = firmsMax;
        this.watcher = watcher;
    }

    /// @param types the facts to keep
    /// @param watcher hears now and then how many firms were read
    public static Snapshot read(InputStream in, Map<String, FactType> types, int firmsMax, IntConsumer watcher)
            throws IOException, FirmFileRefused {
        return new CsvFirms(types, firmsMax, watcher).read(in);
    }

    private Snapshot read(InputStream in) throws IOException, FirmFileRefused {
        var limits =
                StreamReadConstraints.builder().maxStringLength(CELL_LENGTH_MAX).build();
        var mapper = CsvMapper.builder(
                        CsvFactory.builder().streamReadConstraints(limits).build())
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .build();
        try (var text = text(in);
                MappingIterator<String[]> lines =
                        mapper.readerFor(String[].class).readValues(text)) {
            return read(lines);
        } catch (JacksonException broken) {
            throw FirmFileRefused.whole(Fault.UNREADABLE, broken.getOriginalMessage());
        } catch (ZipException broken) {
            throw FirmFileRefused.whole(Fault.UNREADABLE, "gzip: " + broken.getMessage());
        }
    }

    private static Reader text(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean isPacked = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        var bytes = isPacked ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private Snapshot read(MappingIterator<String[]> lines) throws FirmFileRefused {
        if (!lines.hasNext()) {
            throw FirmFileRefused.whole(Fault.EMPTY, "");
        }
        var head = head(lines.next());
        var told = new TreeMap<>(types); // a column of which nothing is told would cost as much as any other
        told.keySet().retainAll(head);
        var firms = new SnapshotBuilder(told);
        int line = 2;
        for (; lines.hasNext(); line++) {
            if (line - 2 == firmsMax) {
                throw new FirmFileRefused(Fault.TOO_MANY_FIRMS, line, null, "", Integer.toString(firmsMax));
            }
            firms.add(FactSet.of(List.of()));
            put(firms, head, lines.next(), line);
            if (line % ROWS_PER_WORD == 0) {
                watcher.accept(line - 1);
            }
        }
        if (line == 2) {
            throw FirmFileRefused.whole(Fault.EMPTY, "");
        }
        return firms.freeze();
    }

    private List<String> head(String[] cells) throws FirmFileRefused {
        var head = Arrays.stream(cells)
                .map(cell -> cell.replace("\uFEFF", "").strip())
                .toList();
        var seen = new HashSet<String>();
        for (var name : head) {
            if (!seen.add(name)) {
                throw new FirmFileRefused(Fault.COLUMN_TWICE, 1, name, name, "");
            }
        }
        if (head.stream().noneMatch(types::containsKey)) {
            var known = String.join(", ", new TreeMap<>(types).keySet());
            throw new FirmFileRefused(Fault.NO_FACT, 1, null, String.join(", ", head), known);
        }
        return head;
    }

    private void put(SnapshotBuilder firms, List<String> head, String[] cells, int line) throws FirmFileRefused {
        if (cells.length > head.size()) {
            throw new FirmFileRefused(
                    Fault.TOO_MANY_CELLS, line, null, Integer.toString(cells.length), Integer.toString(head.size()));
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
                throw new FirmFileRefused(Fault.VALUE_WRONG, line, key, text, type.feelName());
            }
            firms.put(key, value.get());
        }
    }
}
