// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.kernel.RefusalCode;

/// Why administration refuses, in order of precedence.
public enum AdminRefusal implements RefusalCode {
    CLOCK_NOT_ADVANCEABLE(Kind.RULE),
    CLOCK_ADVANCE_OUT_OF_RANGE(Kind.MALFORMED),
    CALENDAR_ENDS(Kind.RULE),
    TASK_UNKNOWN(Kind.NOT_FOUND),
    TASK_RUNNING(Kind.RULE),
    DELIVERY_ARRIVED(Kind.RULE),
    VERSION_DRAFT_EXISTS(Kind.CONFLICT),
    VERSION_STATE_FORBIDS(Kind.CONFLICT),
    VERSION_EDIT_IMPOSSIBLE(Kind.RULE),
    VERSION_REVIEWER_IS_AUTHOR(Kind.RULE),
    VERSION_DAY_PAST(Kind.RULE),
    VERSION_NOTE_TOO_LONG(Kind.RULE),
    VERSION_HAS_NO_CHANGE(Kind.RULE);

    private final Kind kind;

    AdminRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
