// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;

/// Adds a floor to a building (新增楼层).
///
/// @param number negative below the ground; there is no floor 0
public record AddFloor(RequestKey key, BuildingId building, int number) {

    public static final int LOWEST = -9;
    public static final int HIGHEST = 199;

    public static boolean isFloor(int number) {
        return number >= LOWEST && number <= HIGHEST && number != 0;
    }
}
