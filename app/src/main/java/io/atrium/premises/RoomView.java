// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A room (房间).
///
/// @param floor negative below the ground
/// @param number as it stands on the door
/// @param area in m², to 0.01
/// @param now who has it; null while it is free, and for a reader who may not know
public record RoomView(
        RoomId id,
        BuildingId building,
        int floor,
        String number,
        BigDecimal area,
        int seats,
        boolean isFree,
        @Nullable OccupancyView now) {

    public RoomState state() {
        if (isFree) {
            return RoomState.FREE;
        }
        if (now == null) {
            return RoomState.TAKEN;
        }
        return now.isReserved() ? RoomState.RESERVED : now.leavesOn() == null ? RoomState.TAKEN : RoomState.LEAVING;
    }
}
