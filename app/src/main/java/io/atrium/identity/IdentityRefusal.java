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
    ROLE_NOT_FOR_ORGANISATION(Kind.RULE),
    ADMINISTRATOR_ONLY(Kind.RULE),
    LAST_KEEPER(Kind.RULE),
    LINK_NOT_VALID(Kind.NOT_FOUND),
    INVITATION_LIMIT_REACHED(Kind.RULE),
    DELEGATE_NOT_FOUND(Kind.RULE),
    DELEGATION_PERMISSION_MISSING(Kind.RULE),
    DELEGATION_END_OUT_OF_RANGE(Kind.RULE),
    DELEGATION_LIMIT_REACHED(Kind.RULE),
    RECOVERY_ELSEWHERE(Kind.RULE),
    PASSWORD_WRONG(Kind.RULE),
    OWN_ACCOUNT(Kind.RULE),
    PROVIDER_SIGN_IN_FAILED(Kind.UNAUTHENTICATED),
    SUBJECT_NOT_LINKED(Kind.UNAUTHENTICATED),
    SUBJECT_TAKEN(Kind.CONFLICT),
    UNIFIED_CODE_NOT_WELL_FORMED(Kind.MALFORMED),
    ORGANISATION_REGISTERED(Kind.CONFLICT);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
