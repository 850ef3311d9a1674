// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.web.sheet.OfficeTable.Row;
import io.atrium.web.text.Lang;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what [OfficeTable] reads (导入模板与待改行), as CSV that office software opens: a template to fill in, or rows to
/// mend
/// and hand in again.
public final class OfficeFile {

    private OfficeFile() {}

    /// A column for people beside those of the table; it is passed over when the file is read.
    public record Remark<C extends Enum<C> & OfficeColumn>(String heading, Function<Row<C>, String> of) {}

    public static <C extends Enum<C> & OfficeColumn> byte[] write(Class<C> columns, List<Row<C>> rows, Lang lang) {
        return write(columns, rows, lang, List.of());
    }

    public static <C extends Enum<C> & OfficeColumn> byte[] write(
            Class<C> columns, List<Row<C>> rows, Lang lang, List<Remark<C>> remarks) {
        var all = columns.getEnumConstants();
        var headings = Stream.concat(
                Arrays.stream(all).map(column -> column.in(lang)),
                remarks.stream().map(Remark::heading));
        var lines = rows.stream()
                .map(row -> Stream.concat(
                        Arrays.stream(all).map(row::cell),
                        remarks.stream().map(remark -> remark.of().apply(row))));
        return Stream.concat(Stream.of(headings), lines)
                .map(OfficeFile::line)
                .collect(Collectors.joining("", CsvFile.BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Stream<String> cells) {
        return cells.map(SheetText::harmless).map(CsvFile::cell).collect(Collectors.joining(",", "", CsvFile.LINE_END));
    }
}
