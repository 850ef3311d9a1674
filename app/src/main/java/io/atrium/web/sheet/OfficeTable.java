// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// A table that somebody made with office software and hands in as CSV (导入表格): a heading, then rows; the columns in any
/// order, others beside them. What the cells mean is the caller's.
public sealed interface OfficeTable<C extends Enum<C> & OfficeColumn> {

    record Rows<C extends Enum<C> & OfficeColumn>(List<Row<C>> rows) implements OfficeTable<C> {}

    record ColumnsMissing<C extends Enum<C> & OfficeColumn>(List<C> columns) implements OfficeTable<C> {}

    record Unusable<C extends Enum<C> & OfficeColumn>(Why why) implements OfficeTable<C> {}

    enum Why {
        UNREADABLE,
        EMPTY,
        TOO_LARGE
    }

    /// @param line in the file, the heading being 1
    record Row<C extends Enum<C> & OfficeColumn>(int line, Map<C, String> cells) {

        /// Without blanks around it; empty where there is none.
        public String cell(C column) {
            return cells.getOrDefault(column, "");
        }
    }

    record Limits(int bytes, int rows) {}

    static <C extends Enum<C> & OfficeColumn> OfficeTable<C> read(byte[] bytes, Class<C> columns, Limits limits) {
        if (bytes.length > limits.bytes()) {
            return new Unusable<>(Why.TOO_LARGE);
        }
        return OfficeText.decode(bytes)
                .<OfficeTable<C>>map(text -> Reading.table(text, columns, limits))
                .orElseGet(() -> new Unusable<>(Why.UNREADABLE));
    }

    /// What stood in a cell, short enough to be told.
    static String shown(String value) {
        return value.length() <= Reading.SHOWN_MAX ? value : value.substring(0, Reading.SHOWN_MAX) + "…";
    }

    /// The steps of [#read].
    final class Reading {

        private static final int SHOWN_MAX = 60;
        private static final CsvMapper CSV = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
                .build();

        private Reading() {}

        private static <C extends Enum<C> & OfficeColumn> OfficeTable<C> table(
                String text, Class<C> columns, Limits limits) {
            var lines = new ArrayList<String[]>();
            try (var values = CSV.readerFor(String[].class).<String[]>readValues(text)) {
                while (values.hasNext() && lines.size() <= limits.rows() + 1) {
                    lines.add(values.next());
                }
            } catch (JacksonException _) {
                return new Unusable<>(Why.UNREADABLE);
            }
            if (lines.size() < 2) {
                return new Unusable<>(Why.EMPTY);
            }
            if (lines.size() > limits.rows() + 1) {
                return new Unusable<>(Why.TOO_LARGE);
            }
            var headings = Arrays.stream(lines.getFirst())
                    .map(heading -> column(heading, columns))
                    .toList();
            var missing = Arrays.stream(columns.getEnumConstants())
                    .filter(column -> column.isNeeded() && !headings.contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                return new ColumnsMissing<>(missing);
            }
            return new Rows<>(IntStream.range(1, lines.size())
                    .mapToObj(line -> row(line + 1, headings, lines.get(line), columns))
                    .toList());
        }

        private static <C extends Enum<C> & OfficeColumn> @Nullable C column(String heading, Class<C> columns) {
            var text = heading.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(columns.getEnumConstants())
                    .filter(column -> text.equals(column.zh()) || text.equals(column.en()))
                    .findFirst()
                    .orElse(null);
        }

        private static <C extends Enum<C> & OfficeColumn> Row<C> row(
                int line, List<@Nullable C> headings, String[] cells, Class<C> columns) {
            var known = new EnumMap<C, String>(columns);
            for (int i = 0; i < Math.min(headings.size(), cells.length); i++) {
                var column = headings.get(i);
                if (column != null) {
                    known.put(column, SheetText.asWritten(cells[i].strip()));
                }
            }
            return new Row<>(line, known);
        }
    }
}
