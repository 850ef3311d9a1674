// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactOrigin;
import io.atrium.company.FactSource;
import io.atrium.company.ImportProblem;
import io.atrium.company.ImportReport.Problem;
import io.atrium.web.sheet.OfficeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Reads a delivery (登记数据) whole and reports all its problems at once, so that a clerk mends a file once.
///
/// A blank cell says nothing: it neither adds a fact nor takes one away.
public final class DeliveryReader {
    /// Taken in while somebody waits for the answer: more rows belong into several files.
    public static final int ROWS_MAX = 2_000;
    public static final int COLUMNS_MAX = 120;
    private static final int VALUE_SHOWN_MAX = 60;
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    private final FactCatalogue catalogue;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Delivery.Row> rows = new ArrayList<>();
    private final Map<String, Integer> lineOfCode = new HashMap<>();
    private List<@Nullable DeliveryColumn> columns = List.of();

    private DeliveryReader(FactCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /// Whether the bytes are a workbook (XLSX), whatever the file is called.
    public static boolean isBook(byte[] bytes) {
        return DeliveryBook.isBook(bytes);
    }

    public static Delivery read(byte[] bytes, FactCatalogue catalogue, LocalDate today) {
        var reader = new DeliveryReader(catalogue, today);
        if (DeliveryBook.isBook(bytes)) {
            reader.book(DeliveryBook.read(bytes, ROWS_MAX + 2, COLUMNS_MAX));
        } else {
            OfficeText.decode(bytes)
                    .ifPresentOrElse(
                            reader::lines, () -> reader.problem(0, null, ImportProblem.ENCODING_UNREADABLE, null));
        }
        reader.problems.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::code));
        return new Delivery(reader.rows, reader.problems);
    }

    private void book(DeliveryBook.Reading book) {
        if (book.problem() != null) {
            problem(0, null, book.problem(), null);
            return;
        }
        for (var line : book.lines()) {
            if (!take(line.number(), padded(line.cells()))) {
                return;
            }
        }
        refuseEmptiness();
    }

    /// A workbook leaves out the blank cells at the end of a row.
    private String[] padded(String[] cells) {
        if (cells.length >= columns.size()) {
            return cells;
        }
        var whole = Arrays.copyOf(cells, columns.size());
        Arrays.fill(whole, cells.length, whole.length, "");
        return whole;
    }

    private void lines(String text) {
        try (var lines = CSV.readerFor(String[].class).<String[]>readValues(text)) {
            while (lines.hasNext()) {
                int line = Math.max(1, lines.currentLocation().getLineNr());
                if (!take(line, lines.next())) {
                    return;
                }
            }
        } catch (JacksonException malformed) {
            problem(
                    malformed.getLocation() == null
                            ? 0
                            : malformed.getLocation().getLineNr(),
                    null,
                    ImportProblem.CSV_MALFORMED,
                    null);
        }
        refuseEmptiness();
    }

    /// Whether there may be more lines.
    private boolean take(int line, String[] cells) {
        if (columns.isEmpty()) {
            header(cells);
        } else if (rows.size() == ROWS_MAX) {
            problem(0, null, ImportProblem.TOO_MANY_ROWS, Integer.toString(ROWS_MAX));
            return false;
        } else {
            row(line, cells);
        }
        return true;
    }

    private void refuseEmptiness() {
        if (rows.isEmpty() && problems.isEmpty()) {
            problem(0, null, ImportProblem.NO_ROWS, null);
        }
    }

    private void header(String[] cells) {
        if (cells.length > COLUMNS_MAX) {
            problem(1, null, ImportProblem.TOO_MANY_COLUMNS, Integer.toString(COLUMNS_MAX));
        }
        var seen = new HashSet<String>();
        var read = new ArrayList<@Nullable DeliveryColumn>();
        for (var cell : cells) {
            var column = DeliveryColumn.named(cell, catalogue).orElse(null);
            if (column == null) {
                problem(1, shown(cell), ImportProblem.COLUMN_UNKNOWN, null);
            } else if (!seen.add(column.name())) {
                problem(1, column.name(), ImportProblem.COLUMN_DOUBLED, shown(cell));
            }
            read.add(column);
        }
        catalogue.definitions().stream()
                .filter(fact -> fact.required() && !seen.contains(fact.key()))
                .forEach(fact -> problem(
                        1,
                        fact.key(),
                        ImportProblem.COLUMN_MISSING,
                        fact.label().zh()));
        columns = read;
    }

    private void row(int line, String[] cells) {
        if (cells.length != columns.size()) {
            problem(line, null, ImportProblem.ROW_LENGTH, cells.length + " ≠ " + columns.size());
        }
        var values = values(line, cells);
        var sourceDate = sourceDate(line, cells);
        var code = String.valueOf(values.getOrDefault("unified_code", ""));
        var earlier = code.isEmpty() ? null : lineOfCode.putIfAbsent(code, line);
        if (earlier != null) {
            problem(line, "unified_code", ImportProblem.CODE_DOUBLED, code + " (" + earlier + ")");
        }
        rows.add(new Delivery.Row(
                line, code, String.valueOf(values.getOrDefault("name", "")), claims(values, sourceDate)));
    }

    /// Values by the name of their column.
    private Map<String, Object> values(int line, String[] cells) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof DeliveryColumn.OfFact column) {
                read(line, column, i < cells.length ? cells[i] : "", values);
            }
        }
        return values;
    }

    private void read(int line, DeliveryColumn.OfFact column, String cell, Map<String, Object> values) {
        switch (FactReader.read(column.fact(), cell)) {
            case FactReading.Read(var value) -> {
                check(line, column, value, cell);
                values.put(column.name(), value);
            }
            case FactReading.Unreadable(var code) -> problem(line, column.name(), code, shown(cell));
            case FactReading.Blank() -> {
                if (column.fact().required()) {
                    problem(line, column.name(), ImportProblem.VALUE_MISSING, null);
                }
            }
        }
    }

    private void check(int line, DeliveryColumn.OfFact column, Object value, String cell) {
        if (value instanceof LocalDate day && day.isAfter(today)) {
            problem(line, column.name(), ImportProblem.DATE_IN_FUTURE, shown(cell));
        }
        if (column.year() != null && !Validity.ofYear(column.year()).hasEndedBy(today)) {
            problem(line, column.name(), ImportProblem.YEAR_NOT_ENDED, shown(cell));
        }
    }

    private LocalDate sourceDate(int line, String[] cells) {
        int index = columns.indexOf(new DeliveryColumn.OfSourceDate());
        if (index < 0 || index >= cells.length) {
            return today;
        }
        return switch (FactReader.readDate(cells[index])) {
            case FactReading.Read(LocalDate day)
            when day.isAfter(today) -> {
                problem(line, "source_date", ImportProblem.DATE_IN_FUTURE, shown(cells[index]));
                yield today;
            }
            case FactReading.Read(LocalDate day) -> day;
            case FactReading.Unreadable(var code) -> {
                problem(line, "source_date", code, shown(cells[index]));
                yield today;
            }
            default -> today;
        };
    }

    private List<Claim> claims(Map<String, Object> values, LocalDate sourceDate) {
        var origin = new FactOrigin(FactSource.REGISTRY, null, sourceDate, null);
        var claims = new ArrayList<Claim>();
        for (var column : columns) {
            if (column instanceof DeliveryColumn.OfFact fact && values.get(fact.name()) != null) {
                claims.add(new Claim(fact.fact().key(), validity(fact, sourceDate), values.get(fact.name()), origin));
            }
        }
        return claims;
    }

    private static Validity validity(DeliveryColumn.OfFact column, LocalDate sourceDate) {
        return column.year() == null ? Validity.since(sourceDate) : Validity.ofYear(column.year());
    }

    private void problem(int line, @Nullable String column, ImportProblem code, @Nullable String value) {
        problems.add(new Problem(line, column, code, value));
    }

    private static String shown(String value) {
        return value.length() <= VALUE_SHOWN_MAX ? value : value.substring(0, VALUE_SHOWN_MAX) + "…";
    }
}
