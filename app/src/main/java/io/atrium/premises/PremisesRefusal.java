// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.RefusalCode;

/// Why premises and moves say no, in order of precedence.
public enum PremisesRefusal implements RefusalCode {
    BUILDING_NAME_LENGTH(Kind.RULE),
    BUILDING_ADDRESS_LENGTH(Kind.RULE),
    BUILDING_TOO_MANY(Kind.RULE),
    BUILDING_NAME_TAKEN(Kind.CONFLICT),
    FLOOR_NUMBER(Kind.RULE),
    FLOOR_TAKEN(Kind.CONFLICT),
    FLOOR_UNKNOWN(Kind.RULE),
    ROOM_NUMBER_LENGTH(Kind.RULE),
    ROOM_AREA(Kind.RULE),
    ROOM_SEATS(Kind.RULE),
    ROOM_TOO_MANY(Kind.RULE),
    ROOM_NUMBER_TAKEN(Kind.CONFLICT),
    OFFICE_UNIT_UNKNOWN(Kind.RULE),
    OCCUPANCY_FIRM_UNKNOWN(Kind.RULE),
    OCCUPANCY_DAY(Kind.RULE),
    OCCUPANCY_IN_MOVE(Kind.CONFLICT),
    ROOM_TAKEN(Kind.CONFLICT),
    MOVE_ROOMS(Kind.RULE),
    MOVE_WISH(Kind.RULE),
    MOVE_DAY(Kind.RULE),
    MOVE_CONTACT_LENGTH(Kind.RULE),
    MOVE_NOTES_LENGTH(Kind.RULE),
    MOVE_TOO_MANY(Kind.RULE),
    MOVE_ENDED(Kind.CONFLICT),
    MOVE_HANDED_OVER(Kind.CONFLICT),
    MOVE_WORDS_LENGTH(Kind.RULE),
    STEP_NOT_NOW(Kind.CONFLICT);

    private final Kind kind;

    PremisesRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
