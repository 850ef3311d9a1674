// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.premises.domain.RoomFile.Problem;
import java.util.List;

/// What became of a file of rooms (导入结果).
///
/// @param rows read
/// @param rooms added; 0 when anything was wrong
/// @param seated rooms that somebody sits in
public record ImportRoomsReport(int rows, int buildings, int rooms, int seated, List<Problem> problems) {

    public ImportRoomsReport {
        problems = List.copyOf(problems);
    }
}
