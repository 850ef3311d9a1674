// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.kernel.Typed;
import io.atrium.premises.AddBuilding;
import io.atrium.premises.AddRoom;
import io.atrium.web.sheet.OfficeText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Rooms as a CSV file (房间文件): one row each, a heading first, UTF-8 or GB18030. Read whole, so that all that is wrong
/// is
/// told at once.
///
/// @param rows those that can be read
/// @param problems what is wrong in itself; what does not fit with what is there is found by whoever takes it in
public record RoomFile(List<Row> rows, List<Problem> problems) {

    public static final int ROWS_MAX = 5_000;
    public static final int BYTES_MAX = 2 * 1024 * 1024;
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
        TOO_LONG,
        FLOOR_WRONG,
        AREA_WRONG,
        SEATS_WRONG,
        DAY_WRONG,
        FIRM_MISSING,
        DAY_MISSING,
        ROOM_TWICE,
        ROOM_THERE,
        ADDRESS_MISSING,
        FIRM_UNKNOWN,
        DAY_AHEAD,
        ROOMS_TOO_MANY,
        BUILDINGS_TOO_MANY
    }

    /// @param line 0 for the file, 1 for its heading
    /// @param value what stood there, shortened
    public record Problem(
            int line,
            @Nullable RoomColumn column,
            Fault fault,
            @Nullable String value) {

        static Problem ofFile(Fault fault) {
            return new Problem(0, null, fault, null);
        }

        public static Problem of(int line, RoomColumn column, Fault fault, String value) {
            var shown = value.length() <= VALUE_SHOWN_MAX ? value : value.substring(0, VALUE_SHOWN_MAX) + "…";
            return new Problem(line, column, fault, shown);
        }
    }

    /// @param line in the file, the heading being 1
    /// @param address empty when the building is known already
    /// @param firm code of who sits there; null for an empty room, and then there is no first day either
    public record Row(
            int line,
            String building,
            String address,
            int floor,
            String number,
            BigDecimal area,
            int seats,
            @Nullable String firm,
            @Nullable LocalDate since) {}

    public static RoomFile read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return refused(Fault.TOO_LARGE);
        }
        return OfficeText.decode(bytes).map(RoomFile::read).orElseGet(() -> refused(Fault.UNREADABLE));
    }

    private static RoomFile read(String text) {
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
                .map(heading -> RoomColumn.of(heading).orElse(null))
                .toList();
        var problems = new ArrayList<Problem>();
        Arrays.stream(RoomColumn.values())
                .filter(column -> column.isNeeded() && !headings.contains(column))
                .forEach(column -> problems.add(Problem.of(1, column, Fault.COLUMN_MISSING, column.zh())));
        if (!problems.isEmpty()) {
            return new RoomFile(List.of(), problems);
        }
        var rows = new ArrayList<Row>();
        var seen = new HashSet<List<String>>();
        for (int line = 1; line < lines.size(); line++) {
            var cells = new Cells(line + 1, headings, lines.get(line), problems);
            cells.row().ifPresent(row -> {
                if (!seen.add(List.of(row.building(), row.number()))) {
                    problems.add(Problem.of(row.line(), RoomColumn.NUMBER, Fault.ROOM_TWICE, row.number()));
                }
                rows.add(row);
            });
        }
        return new RoomFile(rows, problems);
    }

    private static RoomFile refused(Fault fault) {
        return new RoomFile(List.of(), List.of(Problem.ofFile(fault)));
    }

    /// The cells of one line, read one by one; whatever cannot be read is told.
    private static final class Cells {

        private final int line;
        private final List<Problem> problems;
        private final Map<RoomColumn, String> known = new EnumMap<>(RoomColumn.class);

        Cells(int line, List<@Nullable RoomColumn> headings, String[] cells, List<Problem> problems) {
            this.line = line;
            this.problems = problems;
            for (int i = 0; i < Math.min(headings.size(), cells.length); i++) {
                var column = headings.get(i);
                if (column != null) {
                    known.put(column, cells[i].strip());
                }
            }
        }

        Optional<Row> row() {
            int before = problems.size();
            var building = text(RoomColumn.BUILDING, AddBuilding.NAME_LENGTH_MAX);
            var address = text(RoomColumn.ADDRESS, AddBuilding.ADDRESS_LENGTH_MAX);
            var number = text(RoomColumn.NUMBER, AddRoom.NUMBER_LENGTH_MAX);
            var floor = needed(RoomColumn.FLOOR, Fault.FLOOR_WRONG, FloorNumber.read(cell(RoomColumn.FLOOR)));
            var area = needed(
                    RoomColumn.AREA,
                    Fault.AREA_WRONG,
                    Typed.number(cell(RoomColumn.AREA)).filter(AddRoom::isArea));
            var seats = needed(
                    RoomColumn.SEATS,
                    Fault.SEATS_WRONG,
                    Typed.whole(cell(RoomColumn.SEATS)).filter(AddRoom::isSeats));
            var firm = Typed.code(cell(RoomColumn.FIRM));
            var since = day();
            if (problems.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    line,
                    building,
                    address,
                    Objects.requireNonNull(floor),
                    number,
                    Objects.requireNonNull(area),
                    Objects.requireNonNull(seats).intValue(),
                    firm.isEmpty() ? null : firm,
                    since));
        }

        private String cell(RoomColumn column) {
            return known.getOrDefault(column, "");
        }

        private String text(RoomColumn column, int lengthMax) {
            var text = cell(column);
            if (text.isEmpty() && column.isNeeded()) {
                tell(column, Fault.CELL_MISSING);
            } else if (text.length() > lengthMax) {
                tell(column, Fault.TOO_LONG);
            }
            return text;
        }

        private <T> @Nullable T needed(RoomColumn column, Fault wrong, Optional<T> read) {
            if (read.isEmpty()) {
                tell(column, cell(column).isEmpty() ? Fault.CELL_MISSING : wrong);
            }
            return read.orElse(null);
        }

        /// With a firm there is a first day, without one there is none.
        private @Nullable LocalDate day() {
            var typed = cell(RoomColumn.SINCE);
            boolean hasFirm = !cell(RoomColumn.FIRM).isEmpty();
            if (typed.isEmpty()) {
                if (hasFirm) {
                    tell(RoomColumn.SINCE, Fault.DAY_MISSING);
                }
                return null;
            }
            if (!hasFirm) {
                tell(RoomColumn.FIRM, Fault.FIRM_MISSING);
            }
            try {
                return LocalDate.parse(Typed.halfWidth(typed).replace('/', '-'));
            } catch (DateTimeParseException _) {
                tell(RoomColumn.SINCE, Fault.DAY_WRONG);
                return null;
            }
        }

        private void tell(RoomColumn column, Fault fault) {
            problems.add(Problem.of(line, column, fault, cell(column)));
        }
    }
}
