// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.kernel.RefusalCode;

/// Why a view of a list is not kept.
public enum ListRefusal implements RefusalCode {
    SAVED_VIEWS_FULL(Kind.RULE);

    private final Kind kind;

    ListRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
