// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.RefusalCode;

/// Why identity refuses, in order of precedence.
public enum IdentityRefusal implements RefusalCode {
    SIGN_IN_RATE_LIMITED(Kind.TOO_MANY),
    SIGN_IN_FAILED(Kind.UNAUTHENTICATED),
    TOKEN_PERMISSION_UNKNOWN(Kind.MALFORMED),
    TOKEN_LIFETIME_OUT_OF_RANGE(Kind.MALFORMED),
    TOKEN_LIMIT_REACHED(Kind.RULE),
    LOGIN_MALFORMED(Kind.MALFORMED),
    LOGIN_TAKEN(Kind.CONFLICT),
    PASSWORD_LENGTH_OUT_OF_RANGE(Kind.MALFORMED),
    ROLE_NOT_FOR_ORGANISATION(Kind.RULE);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
