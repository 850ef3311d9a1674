// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RefusalCode;

/// Why a round says no, in order of precedence.
public enum RoundRefusal implements RefusalCode {
    ROUND_NOT_NOW(Kind.CONFLICT),
    ROUND_WORDS_LENGTH(Kind.RULE),
    ROUND_UNIT_UNKNOWN(Kind.RULE),
    ROUND_DAY(Kind.RULE);

    private final Kind kind;

    RoundRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
