// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.engine.meaning.pattern.Finding.Kind;
import org.jspecify.annotations.Nullable;

/// Which findings are asked for; null means any.
public record FindingFilter(View view, @Nullable Kind kind) {

    public enum View {
        OPEN,
        /// Open at my organisation.
        MINE,
        CLOSED,
        ALL
    }

    public static FindingFilter of(View view) {
        return new FindingFilter(view, null);
    }
}
