// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.draft;

import io.atrium.kernel.RefusalCode;

/// Why a form that stood open for long is not taken.
public enum FormRefusal implements RefusalCode {
    FORM_EXPIRED(Kind.NOT_ALLOWED),
    FORM_KEPT(Kind.NOT_ALLOWED);

    private final Kind kind;

    FormRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
