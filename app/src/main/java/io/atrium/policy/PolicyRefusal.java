// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.RefusalCode;

/// Why this module refuses, in order of precedence.
public enum PolicyRefusal implements RefusalCode {
    POLICY_NOT_AUTOMATIC(Kind.RULE),
    POLICY_NOT_IN_FORCE(Kind.RULE),
    NOBODY_ENTITLED(Kind.RULE),
    GRANT_STATE_FORBIDS(Kind.CONFLICT),
    CONFIRMATION_OVERDUE(Kind.RULE),
    BUDGET_YEAR_ENDED(Kind.RULE),
    BUDGET_TOO_SMALL(Kind.RULE),
    REASON_MISSING(Kind.MALFORMED);

    private final Kind kind;

    PolicyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
