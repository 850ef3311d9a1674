// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import io.atrium.kernel.Typed;
import io.atrium.premises.AddBuilding;
import io.atrium.premises.AddRoom;
import io.atrium.web.sheet.OfficeTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rooms as a CSV file (房间文件): one row each, a heading first, UTF-8 or GB18030. Read whole, so that all that is wrong
/// is
/// told at once.
///
/// @param rows those that can be read
/// @param problems what is wrong in itself; what does not fit with what is there is found by whoever takes it in
public record RoomFile(List<Row> rows, List<Problem> problems) {

    public static final int ROWS_MAX = 5_000;
    public static final int BYTES_MAX = 2 * 1024 * 1024;
    private static final OfficeTable.Limits LIMITS = new OfficeTable.Limits(BYTES_MAX, ROWS_MAX);

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

        public static Problem of(int line, RoomColumn column, Fault fault, String value) {
            return new Problem(line, column, fault, OfficeTable.shown(value));
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
        return switch (OfficeTable.read(bytes, RoomColumn.class, LIMITS)) {
            case OfficeTable.Rows(var rows) -> read(rows);
            case OfficeTable.ColumnsMissing(var columns) ->
                new RoomFile(
                        List.of(),
                        columns.stream()
                                .map(column -> Problem.of(1, column, Fault.COLUMN_MISSING, column.zh()))
                                .toList());
            case OfficeTable.Unusable(var why) ->
                new RoomFile(List.of(), List.of(new Problem(0, null, fault(why), null)));
        };
    }

    private static Fault fault(OfficeTable.Why why) {
        return switch (why) {
            case UNREADABLE -> Fault.UNREADABLE;
            case EMPTY -> Fault.EMPTY;
            case TOO_LARGE -> Fault.TOO_LARGE;
        };
    }

    private static RoomFile read(List<OfficeTable.Row<RoomColumn>> lines) {
        var problems = new ArrayList<Problem>();
        var rows = new ArrayList<Row>();
        var seen = new HashSet<List<String>>();
        for (var line : lines) {
            new Cells(line, problems).row().ifPresent(row -> {
                if (!seen.add(List.of(row.building(), row.number()))) {
                    problems.add(Problem.of(row.line(), RoomColumn.NUMBER, Fault.ROOM_TWICE, row.number()));
                }
                rows.add(row);
            });
        }
        return new RoomFile(rows, problems);
    }

    /// The cells of one line, read one by one; whatever cannot be read is told.
    private record Cells(OfficeTable.Row<RoomColumn> typed, List<Problem> problems) {

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
                    typed.line(),
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
            return typed.cell(column);
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
            var since = cell(RoomColumn.SINCE);
            boolean hasFirm = !cell(RoomColumn.FIRM).isEmpty();
            if (since.isEmpty()) {
                if (hasFirm) {
                    tell(RoomColumn.SINCE, Fault.DAY_MISSING);
                }
                return null;
            }
            if (!hasFirm) {
                tell(RoomColumn.FIRM, Fault.FIRM_MISSING);
            }
            try {
                return LocalDate.parse(Typed.halfWidth(since).replace('/', '-'));
            } catch (DateTimeParseException _) {
                tell(RoomColumn.SINCE, Fault.DAY_WRONG);
                return null;
            }
        }

        private void tell(RoomColumn column, Fault fault) {
            problems.add(Problem.of(typed.line(), column, fault, cell(column)));
        }
    }
}
