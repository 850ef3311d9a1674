// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;

/// What people write into a case (文字说明): something, and not a book.
final class CaseWords {

    static final int LENGTH_MAX = 4_000;

    private CaseWords() {}

    /// Trimmed; refused when there is nothing, or too much.
    static String checked(String typed) {
        if (typed.isBlank()) {
            throw refused();
        }
        return optional(typed);
    }

    /// The same for what may be left empty.
    static String optional(String typed) {
        var words = typed.strip();
        if (words.length() > LENGTH_MAX) {
            throw refused();
        }
        return words;
    }

    private static RefusedException refused() {
        return new RefusedException(Refusal.of(AppealRefusal.APPEAL_REASON_LENGTH, "limit", LENGTH_MAX));
    }
}
