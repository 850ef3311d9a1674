// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.RefusalCode;

/// Why feedback is refused, in order of precedence.
enum FeedbackRefusal implements RefusalCode {
    /// More messages wait for an answer than people can read: of one person, or of all strangers.
    FEEDBACK_TOO_MUCH(Kind.RULE),
    /// Somebody answered before.
    FEEDBACK_ANSWERED(Kind.CONFLICT);

    private final Kind kind;

    FeedbackRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
