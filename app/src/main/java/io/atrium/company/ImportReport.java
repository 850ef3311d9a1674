// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a delivery contained, row by row, and everything that is wrong with it.
///
/// @param problemsFound how many there are; at most [#PROBLEMS_LISTED_MAX] of them are listed
public record ImportReport(
        int created,
        int updated,
        int unchanged,
        int factsRecorded,
        List<Row> rows,
        List<Problem> problems,
        int problemsFound) {

    /// More than a person reads in one sitting.
    public static final int PROBLEMS_LISTED_MAX = 500;

    public enum RowResult {
        CREATED,
        UPDATED,
        UNCHANGED,
        /// the row is sound, but the delivery was rejected for other rows
        NOT_IMPORTED,
        /// the row has problems
        FAULTY
    }

    /// @param line line in the file, the header being 1
    public record Row(
            int line,
            String unifiedCode,
            String name,
            RowResult result,
            int factsRecorded,
            @Nullable OrgId firm) {}

    /// @param line 0 for the file, 1 for its header
    /// @param value what stood there, shortened
    public record Problem(
            int line,
            @Nullable String column,
            ImportProblem code,
            @Nullable String value) {}

    public ImportReport {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    public static ImportReport rejected(List<Row> rows, List<Problem> problems) {
        return new ImportReport(
                0, 0, 0, 0, rows, problems.stream().limit(PROBLEMS_LISTED_MAX).toList(), problems.size());
    }

    public static ImportReport imported(List<Row> rows) {
        return new ImportReport(
                count(rows, RowResult.CREATED),
                count(rows, RowResult.UPDATED),
                count(rows, RowResult.UNCHANGED),
                rows.stream().mapToInt(Row::factsRecorded).sum(),
                rows,
                List.of(),
                0);
    }

    private static int count(List<Row> rows, RowResult result) {
        return (int) rows.stream().filter(row -> row.result() == result).count();
    }
}
