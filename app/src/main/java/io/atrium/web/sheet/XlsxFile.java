// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes XLSX: headings that stay in sight, cells of the right type, and a second page that says when and from which
/// list the file was made. Texts are typed as text, so that none of them can be a formula.
final class XlsxFile {

    private static final String APPLICATION = "Atrium";
    private static final String VERSION = "01.0000";
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final double WIDTH_TEXT = 24;
    private static final double WIDTH_FIGURE = 20;

    /// What the second page says.
    record Note(LocalDateTime madeAt, String list, long rows) {}

    private XlsxFile() {}

    static <R> byte[] write(Sheet<R> sheet, SheetRows<R> rows, Text t, Note note) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, VERSION)) {
            fill(book.newWorksheet(t.of(sheet.titleKey())), sheet, rows, t);
            explain(book.newWorksheet(t.of("web.sheet.note")), note, t);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <R> void fill(Worksheet page, Sheet<R> sheet, SheetRows<R> rows, Text t) throws IOException {
        for (int column = 0; column < sheet.columns().size(); column++) {
            var described = sheet.columns().get(column);
            page.value(0, column, SheetText.heading(t, described));
            page.style(0, column).bold().wrapText(true).set();
            page.width(column, described.kind() == SheetColumn.Kind.TEXT ? WIDTH_TEXT : WIDTH_FIGURE);
        }
        page.freezePane(1, 1);
        var next = new int[] {1};
        rows.each(row -> write(page, next[0]++, sheet, row));
        page.setAutoFilter(0, 0, Math.max(1, next[0] - 1), sheet.columns().size() - 1);
    }

    private static <R> void write(Worksheet page, int line, Sheet<R> sheet, R row) {
        for (int column = 0; column < sheet.columns().size(); column++) {
            var value = sheet.columns().get(column).value().apply(row);
            if (value != null) {
                write(page, line, column, value);
            }
        }
        if (line % ROWS_IN_MEMORY == 0) {
            flush(page);
        }
    }

    private static void write(Worksheet page, int line, int column, Object value) {
        switch (value) {
            case Fen amount -> {
                page.value(line, column, amount.yuan());
                page.style(line, column).format("#,##0.00").set();
            }
            case Instant moment -> {
                page.value(line, column, LocalDateTime.ofInstant(moment, BusinessClock.ZONE));
                page.style(line, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case LocalDate day -> {
                page.value(line, column, day);
                page.style(line, column).format("yyyy-mm-dd").set();
            }
            case Number number -> page.value(line, column, number);
            default -> {
                page.value(line, column, value.toString());
                page.style(line, column).format("@").set();
            }
        }
    }

    private static void explain(Worksheet page, Note note, Text t) {
        page.width(0, WIDTH_TEXT);
        page.width(1, WIDTH_TEXT * 3);
        page.value(0, 0, t.of("web.sheet.note.made"));
        page.value(0, 1, note.madeAt());
        page.style(0, 1).format("yyyy-mm-dd hh:mm:ss").set();
        page.value(1, 0, t.of("web.sheet.note.list"));
        page.value(1, 1, note.list());
        page.value(2, 0, t.of("web.sheet.note.rows"));
        page.value(2, 1, note.rows());
        page.value(3, 0, t.of("web.sheet.note.zone"));
        page.value(3, 1, t.of("web.sheet.note.zone.text"));
    }

    private static void flush(Worksheet page) {
        try {
            page.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
