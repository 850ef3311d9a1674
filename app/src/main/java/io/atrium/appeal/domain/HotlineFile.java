// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.web.sheet.OfficeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Orders of the 12345 hotline as a CSV file (12345 工单文件): one row each, a heading first, UTF-8 or GB18030. Read whole,
/// so that all that is wrong is told at once.
///
/// @param problems those of the file itself; what is wrong with a row's meaning is found by whoever takes it in
public record HotlineFile(List<Row> rows, List<Problem> problems) {

    public static final int ROWS_MAX = 2_000;
    public static final int BYTES_MAX = 4 * 1024 * 1024;
    private static final int VALUE_SHOWN_MAX = 60;
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    /// What can be wrong (问题).
    public enum Fault {
        UNREADABLE,
        EMPTY,
        TOO_LARGE,
        COLUMN_MISSING,
        CELL_MISSING,
        NUMBER_TWICE,
        NUMBER_TAKEN,
        FIRM_UNKNOWN,
        CATEGORY_UNKNOWN,
        URGENCY_UNKNOWN,
        TOO_LONG
    }

    /// @param line 0 for the file, 1 for its heading
    /// @param value what stood there, shortened
    public record Problem(
            int line,
            @Nullable HotlineColumn column,
            Fault fault,
            @Nullable String value) {

        public static Problem of(int line, HotlineColumn column, Fault fault, String value) {
            var shown = value.length() <= VALUE_SHOWN_MAX ? value : value.substring(0, VALUE_SHOWN_MAX) + "…";
            return new Problem(line, column, fault, shown);
        }
    }

    /// @param line in the file, the heading being 1
    public record Row(int line, Map<HotlineColumn, String> cells) {

        public String cell(HotlineColumn column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    public static HotlineFile read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return refused(Fault.TOO_LARGE);
        }
        return OfficeText.decode(bytes).map(HotlineFile::read).orElseGet(() -> refused(Fault.UNREADABLE));
    }

    private static HotlineFile read(String text) {
        var lines = new ArrayList<String[]>();
        try (var values = CSV.readerFor(String[].class).<String[]>readValues(text)) {
            while (values.hasNext() && lines.size() <= ROWS_MAX + 1) {
                lines.add(values.next());
            }
        } catch (JacksonException _) {
            return refused(Fault.UNREADABLE);
        }
        if (lines.size() < 2) {
            return refused(Fault.EMPTY);
        }
        if (lines.size() > ROWS_MAX + 1) {
            return refused(Fault.TOO_LARGE);
        }
        var headings = Arrays.stream(lines.getFirst())
                .map(heading -> HotlineColumn.of(heading).orElse(null))
                .toList();
        var problems = new ArrayList<Problem>();
        Arrays.stream(HotlineColumn.values())
                .filter(column -> column.isNeeded() && !headings.contains(column))
                .forEach(column -> problems.add(Problem.of(1, column, Fault.COLUMN_MISSING, column.zh())));
        if (!problems.isEmpty()) {
            return new HotlineFile(List.of(), problems);
        }
        var rows = new ArrayList<Row>();
        for (int line = 1; line < lines.size(); line++) {
            rows.add(row(line + 1, headings, lines.get(line)));
        }
        return new HotlineFile(rows, List.of());
    }

    private static Row row(int line, List<@Nullable HotlineColumn> headings, String[] cells) {
        var known = new EnumMap<HotlineColumn, String>(HotlineColumn.class);
        for (int i = 0; i < Math.min(headings.size(), cells.length); i++) {
            var column = headings.get(i);
            if (column != null) {
                known.put(column, cells[i]);
            }
        }
        return new Row(line, known);
    }

    private static HotlineFile refused(Fault fault) {
        return new HotlineFile(List.of(), List.of(new Problem(0, null, fault, null)));
    }
}
