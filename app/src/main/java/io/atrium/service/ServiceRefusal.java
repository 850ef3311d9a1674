// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.RefusalCode;

/// Why stewards and visits say no, in order of precedence.
public enum ServiceRefusal implements RefusalCode {
    STEWARD_UNKNOWN(Kind.RULE),
    STEWARD_FIRM_UNKNOWN(Kind.RULE),
    STEWARD_NONE(Kind.RULE),
    SERVICE_REASON_LENGTH(Kind.RULE),
    STEWARD_CONTACT_LENGTH(Kind.RULE),
    VISIT_PURPOSE_LENGTH(Kind.RULE),
    VISIT_DAY_PAST(Kind.RULE),
    VISIT_DAY_FUTURE(Kind.RULE),
    VISIT_PLAN_UNKNOWN(Kind.RULE),
    VISIT_PLAN_ENDED(Kind.CONFLICT),
    VISIT_MET_LENGTH(Kind.RULE),
    VISIT_SAID_LENGTH(Kind.RULE),
    VISIT_NEEDS_TOO_MANY(Kind.RULE);

    private final Kind kind;

    ServiceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
