// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import java.math.BigDecimal;

/// A building (楼宇) with what is free in it.
///
/// @param operator who runs it
/// @param area of all rooms, in m²
/// @param freeArea of the rooms that nobody has
public record BuildingView(
        BuildingId id,
        OrgId operator,
        String name,
        String address,
        int rooms,
        int freeRooms,
        BigDecimal area,
        BigDecimal freeArea,
        int freeSeats) {}
