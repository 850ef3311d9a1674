// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// Notes that a firm sits in a room already (登记入驻), without a move.
public record SeatFirm(RequestKey key, RoomId room, OrgId firm, LocalDate since) {}
