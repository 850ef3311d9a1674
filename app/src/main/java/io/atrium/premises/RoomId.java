// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

/// Id of a room: `rom_…`; sorts by age.
public record RoomId(String value) {

    public static final String PREFIX = "rom";

    @Override
    public String toString() {
        return value;
    }
}
