// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice;

import io.atrium.kernel.RefusalCode;

/// Why messages are not sent where somebody wants them, in order of precedence.
public enum NoticeRefusal implements RefusalCode {
    MAIL_OFF(Kind.RULE),
    MAIL_ADDRESS_NOT_WELL_FORMED(Kind.MALFORMED),
    MAIL_ADDRESS_TRIED_TOO_OFTEN(Kind.TOO_MANY),
    MAIL_CODE_WRONG(Kind.RULE),
    QUIET_HOURS_EMPTY(Kind.MALFORMED),
    WEBHOOK_URL_NOT_ALLOWED(Kind.RULE),
    WEBHOOK_TYPES_UNKNOWN(Kind.MALFORMED),
    WEBHOOK_LIMIT_REACHED(Kind.RULE),
    WEBHOOK_NOT_AGREED(Kind.RULE),
    WEBHOOK_NOT_ENABLED(Kind.CONFLICT);

    private final Kind kind;

    NoticeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
