// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

/// Refusals that any door can give, in order of precedence.
public enum CommonRefusal implements RefusalCode {
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    NOT_ALLOWED(Kind.NOT_ALLOWED),
    NOT_FOUND(Kind.NOT_FOUND),
    MALFORMED_REQUEST(Kind.MALFORMED),
    REQUEST_KEY_MISSING(Kind.MALFORMED),
    REQUEST_KEY_MALFORMED(Kind.MALFORMED),
    REQUEST_KEY_REUSED(Kind.RULE),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    TOO_LARGE(Kind.TOO_LARGE),
    TOO_MANY_REQUESTS(Kind.TOO_MANY);

    private final Kind kind;

    CommonRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
