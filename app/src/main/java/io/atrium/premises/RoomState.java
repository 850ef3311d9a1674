// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// What a room is today (房间状态).
public enum RoomState {
    /// Nobody sits there and nobody is to come.
    FREE,
    /// Somebody sits there.
    TAKEN,
    /// Somebody sits there and has said when they leave.
    LEAVING,
    /// Nobody sits there yet, but a move has it.
    RESERVED
}
