// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.web.sheet.OfficeTable;
import io.atrium.web.sheet.OfficeTable.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders of the 12345 hotline as a CSV file (12345 工单文件): one row each, a heading first, UTF-8 or GB18030. Read whole,
/// so that all that is wrong is told at once.
///
/// @param problems those of the file itself; what is wrong with a row's meaning is found by whoever takes it in
public record HotlineFile(List<Row<HotlineColumn>> rows, List<Problem> problems) {

    public static final int ROWS_MAX = 2_000;
    public static final int BYTES_MAX = 4 * 1024 * 1024;
    private static final OfficeTable.Limits LIMITS = new OfficeTable.Limits(BYTES_MAX, ROWS_MAX);

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
        TIME_UNREADABLE,
        TIMES_OUT_OF_ORDER,
        VERDICT_UNKNOWN,
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
            return new Problem(line, column, fault, OfficeTable.shown(value));
        }
    }

    public static HotlineFile read(byte[] bytes) {
        return switch (OfficeTable.read(bytes, HotlineColumn.class, LIMITS)) {
            case OfficeTable.Rows(var rows) -> new HotlineFile(rows, List.of());
            case OfficeTable.ColumnsMissing(var columns) ->
                new HotlineFile(
                        List.of(),
                        columns.stream()
                                .map(column -> Problem.of(1, column, Fault.COLUMN_MISSING, column.zh()))
                                .toList());
            case OfficeTable.Unusable(var why) ->
                new HotlineFile(List.of(), List.of(new Problem(0, null, fault(why), null)));
        };
    }

    private static Fault fault(OfficeTable.Why why) {
        return switch (why) {
            case UNREADABLE -> Fault.UNREADABLE;
            case EMPTY -> Fault.EMPTY;
            case TOO_LARGE -> Fault.TOO_LARGE;
        };
    }
}
