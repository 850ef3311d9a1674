// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A firm in a room (入驻记录), from its first day up to, and without, the day on which it left.
///
/// @param isReserved nobody sits there yet: a move has the room from that day
/// @param leavesOn when the firm means to leave; null until it says so
/// @param until null while it sits there
public record OccupancyView(
        OccupancyId id,
        RoomId room,
        OrgId firm,
        boolean isReserved,
        LocalDate since,
        @Nullable LocalDate leavesOn,
        @Nullable LocalDate until,
        @Nullable MoveId move) {

    public boolean isOver() {
        return until != null;
    }
}
