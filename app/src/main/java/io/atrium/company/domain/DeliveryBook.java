// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.ImportProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first page of a workbook (XLSX 登记数据) as lines of text, the same that its CSV would hold. The archive is
/// unpacked into nothing first, to see that it stays within limits.
final class DeliveryBook {

    static final int ENTRIES_MAX = 200;
    /// A delivery of the most rows and columns takes a third of it.
    static final long UNPACKED_BYTES_MAX = 60L * 1024 * 1024;

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    /// A line of the page, numbered as the spreadsheet numbers it.
    record Line(int number, String[] cells) {}

    /// What was read, or why nothing was.
    record Reading(List<Line> lines, @Nullable ImportProblem problem) {}

    private DeliveryBook() {}

    static boolean isBook(byte[] bytes) {
        return bytes.length > ARCHIVE.length && Arrays.equals(bytes, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length);
    }

    /// @param linesMax lines beyond it are not read
    static Reading read(byte[] bytes, int linesMax, int columnsMax) {
        try {
            return staysSmall(bytes)
                    ? new Reading(lines(bytes, linesMax, columnsMax), null)
                    : new Reading(List.of(), ImportProblem.BOOK_TOO_LARGE);
        } catch (IOException | ExcelReaderException | IllegalArgumentException | NullPointerException _) {
            return new Reading(List.of(), ImportProblem.BOOK_UNREADABLE); // the reader throws these on broken markup
        }
    }

    private static boolean staysSmall(byte[] bytes) throws IOException {
        try (var archive = ZipFile.builder().setByteArray(bytes).get()) {
            var entries = Collections.list(archive.getEntries());
            long left = UNPACKED_BYTES_MAX;
            for (var entry : entries) {
                left -= unpackedBytes(archive, entry, left);
            }
            return left >= 0 && entries.size() <= ENTRIES_MAX;
        }
    }

    /// What an entry really unpacks to, whatever it claims; counted only until it is too much.
    private static long unpackedBytes(ZipFile archive, ZipArchiveEntry entry, long left) throws IOException {
        long unpacked = 0;
        try (var content = archive.getInputStream(entry)) {
            var sink = new byte[64 * 1024];
            for (int read = content.read(sink); read >= 0 && unpacked <= left; read = content.read(sink)) {
                unpacked += read;
            }
        }
        return unpacked;
    }

    private static List<Line> lines(byte[] bytes, int linesMax, int columnsMax) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<Line>();
            rows.map(row -> new Line(row.getRowNum(), cells(row, columnsMax)))
                    .filter(line -> line.cells().length > 0)
                    .limit(linesMax)
                    .forEach(lines::add);
            return lines;
        }
    }

    /// Without the blank cells at the end, which spreadsheets add as they like.
    private static String[] cells(Row row, int columnsMax) {
        var texts = IntStream.range(0, Math.min(row.getCellCount(), columnsMax + 1))
                .mapToObj(column ->
                        row.getOptionalCell(column).map(DeliveryBook::text).orElse(""))
                .toArray(String[]::new);
        int length = texts.length;
        while (length > 0 && texts[length - 1].isBlank()) {
            length--;
        }
        return Arrays.copyOf(texts, length);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER ->
                isDate(cell) ? date(cell) : cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            case EMPTY, ERROR -> "";
            default -> cell.getType() == CellType.FORMULA ? String.valueOf(cell.getRawValue()) : cell.getText();
        };
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("y");
    }

    private static String date(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
