// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.sheet;

import io.atrium.kernel.RefusalCode;

/// Why a list is not handed out as a file.
public enum SheetRefusal implements RefusalCode {
    EXPORT_FORMAT_UNKNOWN(Kind.MALFORMED),
    EXPORT_TOO_LARGE(Kind.RULE);

    private final Kind kind;

    SheetRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
