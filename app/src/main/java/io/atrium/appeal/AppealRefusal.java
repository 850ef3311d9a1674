// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.RefusalCode;

/// Why an appeal says no, in order of precedence.
public enum AppealRefusal implements RefusalCode {
    APPEALS_TOO_MANY(Kind.RULE),
    APPEAL_FIRM_UNKNOWN(Kind.RULE),
    APPEAL_CATEGORY_UNKNOWN(Kind.RULE),
    APPEAL_TITLE_LENGTH(Kind.RULE),
    APPEAL_WORDS_LENGTH(Kind.RULE),
    APPEAL_CONTACT_LENGTH(Kind.RULE),
    APPEAL_PLACE_LENGTH(Kind.RULE),
    APPEAL_MAIL_UNREADABLE(Kind.RULE),
    APPEAL_NUMBER_TAKEN(Kind.CONFLICT),
    APPEAL_NUMBER_UNKNOWN(Kind.RULE),
    APPEAL_MEETING_DAY(Kind.RULE),
    APPEAL_MEETING_CONCLUDED(Kind.CONFLICT),
    APPEAL_MEETING_NOT_HELD(Kind.RULE),
    APPEAL_NOT_NOW(Kind.CONFLICT),
    APPEAL_UNIT_UNKNOWN(Kind.RULE),
    APPEAL_UNIT_IS_LEAD(Kind.RULE),
    APPEAL_REASON_LENGTH(Kind.RULE),
    APPEAL_RETURN_TOO_LATE(Kind.RULE),
    APPEAL_RETURNED_TOO_OFTEN(Kind.RULE),
    APPEAL_STAYS(Kind.RULE),
    APPEAL_EXTENSION_TOO_LATE(Kind.RULE),
    APPEAL_EXTENDED_ALREADY(Kind.RULE),
    APPEAL_EXTENSION_OUT_OF_RANGE(Kind.RULE),
    APPEAL_HELP_DAY(Kind.RULE),
    APPEAL_HELP_ASKED(Kind.CONFLICT),
    APPEAL_ANSWER_BASIS(Kind.RULE),
    APPEAL_RATING_WRONG(Kind.RULE),
    APPEAL_REOPEN_TOO_LATE(Kind.RULE),
    APPEAL_REOPENED_ALREADY(Kind.RULE);

    private final Kind kind;

    AppealRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
