// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.web.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Writes CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel misreads Chinese.
final class CsvFile {

    static final String BYTE_ORDER_MARK = "\uFEFF";
    static final String LINE_END = "\r\n";

    private CsvFile() {}

    static <R> byte[] write(Sheet<R> sheet, SheetRows<R> rows, Text t) {
        var file = new StringBuilder().append(BYTE_ORDER_MARK);
        file.append(sheet.columns().stream()
                        .map(column -> cell(SheetText.harmless(SheetText.heading(t, column))))
                        .collect(Collectors.joining(",")))
                .append(LINE_END);
        rows.each(row -> file.append(sheet.columns().stream()
                        .map(column -> cell(column, row))
                        .collect(Collectors.joining(",")))
                .append(LINE_END));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <R> String cell(SheetColumn<R> column, R row) {
        var value = column.value().apply(row);
        return value == null ? "" : cell(SheetText.plain(value));
    }

    static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
