// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.HotlineColumn;
import io.atrium.appeal.domain.HotlineFile.Problem;
import io.atrium.web.sheet.OfficeTable.Row;
import java.util.List;

/// What became of a file of hotline orders (工单导入结果).
///
/// @param rows how many orders the file has
/// @param taken the appeals that were made of them; empty when the file was not taken in
/// @param refused the rows that were left out of a file that was taken in, as they stood in it
public record HotlineReport(int rows, List<AppealId> taken, List<Problem> problems, List<Row<HotlineColumn>> refused) {

    public HotlineReport {
        taken = List.copyOf(taken);
        problems = List.copyOf(problems);
        refused = List.copyOf(refused);
    }
}
