// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.kernel.RefusalCode;

/// Refusals of the front door itself, before any module is asked, in order of precedence.
public enum WebRefusal implements RefusalCode {
    METHOD_NOT_ALLOWED(Kind.MALFORMED),
    MEDIA_TYPE_UNSUPPORTED(Kind.MALFORMED),
    CURSOR_INVALID(Kind.MALFORMED),
    PLANNED_DOWNTIME(Kind.UNAVAILABLE),
    SERVICE_FAILED(Kind.UNAVAILABLE);

    private final Kind kind;

    WebRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
