// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Batches as Atrium makes them: chains as the post door sends them, single transfers as the meter door takes them.
final class CrashBatches {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Memo MEMO = new Memo("TEST", NOW, "crash");

    private final Random random;
    private final List<Account> accounts = new ArrayList<>();
    private final List<TransferId> holds = new ArrayList<>();

    CrashBatches(Random random) {
        this.random = random;
        add(AccountRule.FREE);
        add(AccountRule.debitsWithinCredits(0));
        add(AccountRule.debitsWithinCredits(2_000));
        add(AccountRule.FREE);
    }

    private void add(AccountRule rule) {
        accounts.add(Account.opened(new AccountId(randomId()), Asset.CNY_FEN, rule));
    }

    List<Account> accounts() {
        return accounts;
    }

    /// Up to four transfers, all or nothing.
    List<Transfer> chain() {
        var chain = stream();
        for (int i = 0; i < chain.size() - 1; i++) {
            chain.set(i, chain.get(i).linkedToNext());
        }
        return chain;
    }

    /// Up to four transfers, each on its own.
    List<Transfer> stream() {
        var transfers = new ArrayList<Transfer>();
        int size = 1 + random.nextInt(4);
        while (transfers.size() < size) {
            transfers.add(transfer());
        }
        return transfers;
    }

    private Transfer transfer() {
        var id = new TransferId(randomId());
        if (!holds.isEmpty() && random.nextInt(3) == 0) {
            var hold = holds.remove(random.nextInt(holds.size()));
            return random.nextBoolean()
                    ? Transfer.capture(id, hold, 1 + random.nextInt(300), MEMO)
                    : Transfer.release(id, hold, MEMO);
        }
        if (random.nextInt(3) == 0) {
            holds.add(id);
            return Transfer.hold(id, entry(), null, MEMO);
        }
        return Transfer.post(id, entry(), MEMO);
    }

    private Entry entry() {
        int debit = random.nextInt(accounts.size());
        int credit = (debit + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
        return new Entry(accounts.get(debit).id(), accounts.get(credit).id(), 1 + random.nextInt(300));
    }

    private UUID randomId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
