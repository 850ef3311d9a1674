// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// Notes that a firm has left a room (登记离开), without a move.
///
/// @param until the day on which it left; from then on the room is free
public record EndOccupancy(RequestKey key, OccupancyId occupancy, LocalDate until) {}
