// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import io.atrium.kernel.RefusalCode;

/// Why a file is not kept, in order of precedence.
public enum FileRefusal implements RefusalCode {
    FILES_TOO_MANY(Kind.RULE),
    FILE_EMPTY(Kind.RULE),
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    FILE_TYPE(Kind.RULE);

    private final Kind kind;

    FileRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
