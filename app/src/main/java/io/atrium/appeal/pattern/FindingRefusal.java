// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.RefusalCode;

/// Why a finding says no, in order of precedence.
public enum FindingRefusal implements RefusalCode {
    FINDING_NOT_NOW(Kind.CONFLICT),
    FINDING_CAUSE_LENGTH(Kind.RULE),
    FINDING_DONE_LENGTH(Kind.RULE);

    private final Kind kind;

    FindingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
