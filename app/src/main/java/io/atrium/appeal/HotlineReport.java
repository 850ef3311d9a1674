// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.domain.HotlineFile.Problem;
import java.util.List;

/// What became of a file of hotline orders (工单导入结果).
///
/// @param rows how many orders the file has
/// @param taken the appeals that were made of them; empty when the file was not taken in
public record HotlineReport(int rows, List<AppealId> taken, List<Problem> problems) {

    public HotlineReport {
        taken = List.copyOf(taken);
        problems = List.copyOf(problems);
    }
}
