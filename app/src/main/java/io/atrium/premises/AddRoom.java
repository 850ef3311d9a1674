// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;
import java.math.BigDecimal;

/// Adds a room to a floor (新增房间).
public record AddRoom(RequestKey key, BuildingId building, int floor, String number, BigDecimal area, int seats) {

    public static final int NUMBER_LENGTH_MAX = 20;
    public static final BigDecimal AREA_MAX = new BigDecimal("99999.99");
    public static final int AREA_DIGITS = 2;
    public static final int SEATS_MAX = 9_999;
    public static final int ROOMS_MAX = 5_000;

    /// Above nothing, at most two digits after the point.
    public static boolean isArea(BigDecimal area) {
        return area.signum() > 0
                && area.compareTo(AREA_MAX) <= 0
                && area.stripTrailingZeros().scale() <= AREA_DIGITS;
    }

    public static boolean isSeats(long seats) {
        return seats >= 1 && seats <= SEATS_MAX;
    }
}
