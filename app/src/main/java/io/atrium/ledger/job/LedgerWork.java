// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.engine.ledger.Books;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.store.MeterOutbox;
import io.atrium.ledger.store.SqlLedgerStore;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the ledger does by itself, one group per transaction: book metered usage, free holds whose time is over.
@Component
public class LedgerWork {
    /// Large enough that the commit is no longer what limits the rate, small enough that a post never waits long.
    public static final int GROUP_MAX = 2_000;

    private final SqlLedgerStore store;
    private final MeterOutbox outbox;
    private final BusinessClock clock;

    LedgerWork(SqlLedgerStore store, MeterOutbox outbox, BusinessClock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Books one group of metered usage; returns how many were taken from the outbox.
    @Transactional
    public int bookUsage() {
        if (!outbox.tryToDrain()) {
            return 0;
        }
        var group = outbox.oldest(GROUP_MAX);
        if (group.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        var statuses = new Books(store)
                .post(group.stream().map(MeterOutbox.Waiting::transfer).toList(), now);
        for (int i = 0; i < group.size(); i++) {
            if (!statuses.get(i).isSuccess()) {
                outbox.keepRefused(group.get(i), statuses.get(i), now);
            }
        }
        outbox.remove(group);
        return group.size();
    }

    /// Frees one group of overdue holds; returns how many were freed.
    @Transactional
    public int freeOverdueHolds(Instant now) {
        return new Books(store).releaseOverdueHolds(now, GROUP_MAX);
    }
}
