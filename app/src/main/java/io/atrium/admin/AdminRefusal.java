// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.kernel.RefusalCode;

/// Why administration refuses, in order of precedence.
public enum AdminRefusal implements RefusalCode {
    CLOCK_NOT_ADVANCEABLE(Kind.RULE),
    CLOCK_ADVANCE_OUT_OF_RANGE(Kind.MALFORMED),
    CALENDAR_ENDS(Kind.RULE);

    private final Kind kind;

    AdminRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
