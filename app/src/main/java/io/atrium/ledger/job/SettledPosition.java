// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.ledger.store.SealRows;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The position up to which nothing new can appear in the table of transfers.
///
/// Positions are given out before their transactions commit, so that a lower one may become visible after a higher one.
/// But everybody who has a position has locked the table for writing before. So: note the last position that was given
/// out, then note who writes; once all of those have ended, every position up to that one is there or never will be.
/// Nobody waits for anybody. (PostgreSQL builds indexes concurrently in the same way.)
final class SettledPosition {
    private final SealRows rows;
    private long settled;
    private @Nullable Candidate candidate;

    private record Candidate(long position, Set<String> writers) {}

    SettledPosition(SealRows rows) {
        this.rows = rows;
    }

    /// Looks again; the caller's transaction must see what others commit meanwhile.
    synchronized long look() {
        var waitsFor = candidate;
        if (waitsFor == null) {
            long position = rows.lastPosition(); // before the writers: whoever comes later gets a later position
            waitsFor = new Candidate(position, rows.writers());
        }
        boolean isSettled = waitsFor.writers().isEmpty() || Collections.disjoint(waitsFor.writers(), rows.writers());
        if (isSettled) {
            settled = Math.max(settled, waitsFor.position());
        }
        candidate = isSettled ? null : waitsFor;
        return settled;
    }
}
