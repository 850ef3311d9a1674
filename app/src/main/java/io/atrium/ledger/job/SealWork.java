// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.engine.ledger.audit.Seal;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.store.SealRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts transfers under seals, in groups, behind those who write: a seal at the time of writing would make every
/// posting wait for every other one.
@Component
public class SealWork {
    /// A seal's fingerprints are 16 bytes for each; one seal is read at a time.
    public static final int TRANSFERS_MAX = 10_000;

    private final SealRows rows;
    private final SettledPosition settled;
    private final BusinessClock clock;

    SealWork(SealRows rows, BusinessClock clock) {
        this.rows = rows;
        this.settled = new SettledPosition(rows);
        this.clock = clock;
    }

    /// Makes one seal if there is something to seal; returns over how many transfers.
    @Transactional
    public int sealSome() {
        long until = settled.look();
        if (!rows.tryToSeal()) {
            return 0;
        }
        var head = rows.head().orElse(null);
        long after = head == null ? 0 : head.untilPosition();
        if (until <= after) {
            return 0;
        }
        var transfers = rows.transfers(after, until, TRANSFERS_MAX);
        if (transfers.isEmpty()) {
            return 0; // positions of transactions that were rolled back
        }
        long end = transfers.size() == TRANSFERS_MAX ? transfers.getLast().position() : until;
        rows.insert(Seal.next(head, end, transfers), clock.instant());
        return transfers.size();
    }
}
