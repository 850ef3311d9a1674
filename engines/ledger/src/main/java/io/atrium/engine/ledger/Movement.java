// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a transfer does. A capture or release names a hold and takes its accounts from there.
public sealed interface Movement {

    /// The four movements, for storage and display.
    enum Kind {
        POST,
        HOLD,
        CAPTURE,
        RELEASE
    }

    Kind kind();

    /// Moves an amount at once (记账).
    record Post(Entry entry) implements Movement {
        @Override
        public Kind kind() {
            return Kind.POST;
        }
    }

    /// Sets an amount aside until it is captured or released (冻结).
    ///
    /// From `expiresAt` on, judged by booking time, it can no longer be captured; it stays held until
    /// [Books#releaseOverdueHolds] or its owner releases it.
    record Hold(Entry entry, @Nullable Instant expiresAt) implements Movement {
        public Hold {
            expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(MICROS);
        }

        @Override
        public Kind kind() {
            return Kind.HOLD;
        }

        boolean isExpired(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    /// Posts part or all of a hold and frees the rest (扣款). To capture nothing, release.
    record Capture(TransferId hold, long amount) implements Movement {
        @Override
        public Kind kind() {
            return Kind.CAPTURE;
        }
    }

    /// Frees a hold without posting anything (解冻).
    record Release(TransferId hold) implements Movement {
        @Override
        public Kind kind() {
            return Kind.RELEASE;
        }
    }
}
