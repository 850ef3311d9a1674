// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RefusalCode;

/// Why a practice note says no, in order of precedence.
public enum NoteRefusal implements RefusalCode {
    NOTE_SOURCE_OPEN(Kind.CONFLICT),
    NOTE_LENGTH(Kind.RULE);

    private final Kind kind;

    NoteRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
