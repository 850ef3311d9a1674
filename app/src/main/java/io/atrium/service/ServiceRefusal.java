// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.RefusalCode;

/// Why stewards, visits and service packs say no, in order of precedence.
public enum ServiceRefusal implements RefusalCode {
    STEWARD_UNKNOWN(Kind.RULE),
    STEWARD_FIRM_UNKNOWN(Kind.RULE),
    STEWARD_NONE(Kind.RULE),
    SERVICE_REASON_LENGTH(Kind.RULE),
    STEWARD_CONTACT_LENGTH(Kind.RULE),
    VISIT_PURPOSE_LENGTH(Kind.RULE),
    VISIT_DAY_PAST(Kind.RULE),
    VISIT_DAY_FUTURE(Kind.RULE),
    VISIT_DAY_FAR(Kind.RULE),
    VISIT_PLAN_UNKNOWN(Kind.RULE),
    VISIT_PLAN_ENDED(Kind.CONFLICT),
    VISIT_MET_LENGTH(Kind.RULE),
    VISIT_SAID_LENGTH(Kind.RULE),
    VISIT_NEEDS_TOO_MANY(Kind.RULE),
    PACK_TITLE_LENGTH(Kind.RULE),
    PACK_LINES(Kind.RULE),
    PACK_WORDS_LENGTH(Kind.RULE),
    PACK_UNIT_UNKNOWN(Kind.RULE),
    PACK_DAY(Kind.RULE),
    PACK_ITEM_NOT_NOW(Kind.CONFLICT),
    PACK_STEP_LENGTH(Kind.RULE);

    private final Kind kind;

    ServiceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
