// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RequestKey;
import java.math.BigDecimal;

/// Corrects what a room is (更正房间信息).
public record ChangeRoom(RequestKey key, RoomId room, BigDecimal area, int seats) {}
