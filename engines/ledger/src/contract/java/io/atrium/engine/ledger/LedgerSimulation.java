// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Random life of a small ledger, the same for the same seed: after every batch (most are of one transfer) statuses and
/// balances are compared with [NaiveLedger], and at the end the books are proved.
final class LedgerSimulation {
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private final Random random;
    private final Books books;
    private final LedgerStore store;
    private final NaiveLedger model = new NaiveLedger();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Transfer> sent = new ArrayList<>();
    private final Set<Status> seen = EnumSet.noneOf(Status.class);
    private final String seedName;
    private Instant now = START;

    LedgerSimulation(long seed, LedgerStore store) {
        this.random = new Random(seed);
        this.seedName = "seed " + seed;
        this.store = store;
        this.books = new Books(store);
    }

    /// Posts this many transfers and returns every status that was given.
    Set<Status> run(int transferCount) {
        openAccounts();
        while (sent.size() < transferCount) {
            now = now.plus(Duration.ofMinutes(random.nextInt(20)));
            closeSometimes();
            step();
        }
        var proof = books.prove();
        assertThat(proof.isSound()).as("%s: %s", seedName, proof).isTrue();
        return seen;
    }

    private void openAccounts() {
        open(Asset.CNY_FEN, AccountRule.FREE);
        open(Asset.CNY_FEN, AccountRule.FREE);
        open(Asset.CNY_FEN, AccountRule.debitsWithinCredits(0));
        open(Asset.CNY_FEN, AccountRule.debitsWithinCredits(500));
        open(Asset.CNY_FEN, AccountRule.CREDITS_WITHIN_DEBITS);
        open(Asset.GPU_MS, AccountRule.FREE);
        open(Asset.GPU_MS, AccountRule.debitsWithinCredits(0));
    }

    private void open(Asset asset, AccountRule rule) {
        var account = Account.opened(new AccountId(randomId()), asset, rule);
        assertThat(books.open(account)).isEqualTo(AccountStatus.OPENED);
        model.open(account);
        accounts.add(account);
    }

    private void closeSometimes() {
        if (random.nextInt(150) == 0) {
            var id = accounts.get(random.nextInt(accounts.size())).id();
            assertThat(books.close(id)).isTrue();
            model.close(id);
        }
    }

    private void step() {
        var batch = batch();
        sent.addAll(batch);
        var expected = model.post(batch, now);
        var actual = books.post(batch, now);
        assertThat(actual)
                .as("%s, transfer %d: %s", seedName, sent.size(), batch)
                .isEqualTo(expected);
        seen.addAll(actual);
        store.eachAccount(account -> {
            var balances = model.balances().get(account.id());
            if (balances != null) { // the store may hold accounts of other tests
                assertThat(account.balances())
                        .as("%s, after transfer %d", seedName, sent.size())
                        .isEqualTo(balances);
            }
        });
    }

    private List<Transfer> batch() {
        int size = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(4);
        var batch = new ArrayList<Transfer>();
        for (int i = 0; i < size; i++) {
            boolean end = i == size - 1;
            boolean again = !batch.isEmpty() && random.nextInt(12) == 0;
            var transfer = again ? batch.get(random.nextInt(batch.size())) : transfer();
            boolean linked = random.nextInt(end ? 40 : 2) == 0;
            batch.add(linked ? transfer.linkedToNext() : transfer);
        }
        return batch;
    }

    private Transfer transfer() {
        return switch (random.nextInt(sent.isEmpty() ? 6 : 16)) {
            case 0, 1, 2 -> Transfer.post(newId(), entry(), memo());
            case 3, 4, 5 -> Transfer.hold(newId(), entry(), expiry(), memo());
            case 6, 7, 8, 9 -> Transfer.capture(newId(), earlier(), amount(), memo());
            case 10, 11 -> Transfer.release(newId(), earlier(), memo());
            case 12 -> sent.get(random.nextInt(sent.size()));
            default -> altered(sent.get(random.nextInt(sent.size())));
        };
    }

    /// The same id with one thing changed.
    private Transfer altered(Transfer transfer) {
        var memo = transfer.memo();
        return switch (random.nextInt(7)) {
            case 0 -> withMemo(transfer, new Memo("OTHER", memo.eventTime(), memo.reference()));
            case 1 -> withMemo(transfer, new Memo(memo.code(), memo.eventTime().minusSeconds(1), memo.reference()));
            case 2 -> withMemo(transfer, new Memo(memo.code(), memo.eventTime(), "other"));
            default -> new Transfer(transfer.id(), altered(transfer.movement()), transfer.linked(), memo);
        };
    }

    private Movement altered(Movement movement) {
        return switch (movement) {
            case Movement.Post(var entry) ->
                random.nextBoolean() ? new Movement.Post(altered(entry)) : new Movement.Hold(entry, null);
            case Movement.Hold(var entry, var expiresAt) ->
                random.nextBoolean() ? new Movement.Hold(altered(entry), expiresAt) : new Movement.Hold(entry, now);
            case Movement.Capture(var hold, var amount) ->
                random.nextBoolean() ? new Movement.Capture(hold, amount + 1) : new Movement.Capture(earlier(), amount);
            case Movement.Release _ -> new Movement.Release(earlier());
        };
    }

    private Entry altered(Entry entry) {
        return switch (random.nextInt(3)) {
            case 0 -> new Entry(anyAccount(), entry.credit(), entry.amount());
            case 1 -> new Entry(entry.debit(), anyAccount(), entry.amount());
            default -> new Entry(entry.debit(), entry.credit(), amount());
        };
    }

    private static Transfer withMemo(Transfer transfer, Memo memo) {
        return new Transfer(transfer.id(), transfer.movement(), transfer.linked(), memo);
    }

    private Entry entry() {
        return new Entry(anyAccount(), anyAccount(), amount());
    }

    private AccountId anyAccount() {
        int index = random.nextInt(accounts.size() * 8);
        return index == 0
                ? new AccountId(randomId())
                : accounts.get(index % accounts.size()).id();
    }

    private long amount() {
        return switch (random.nextInt(60)) {
            case 0 -> 0;
            case 1 -> -1 - random.nextInt(10);
            case 2 -> Long.MAX_VALUE - random.nextInt(3);
            default -> 1 + random.nextInt(400);
        };
    }

    private Instant expiry() {
        return now.plus(Duration.ofMinutes(random.nextInt(300) - 10));
    }

    /// Mostly the id of a hold.
    private TransferId earlier() {
        if (random.nextInt(20) == 0) {
            return newId();
        }
        var candidate = sent.get(random.nextInt(sent.size()));
        var hold = candidate.hold();
        if (hold != null && random.nextBoolean()) {
            return hold;
        }
        return candidate.id();
    }

    private TransferId newId() {
        return new TransferId(randomId());
    }

    private UUID randomId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Memo memo() {
        return new Memo("TEST", now.minusSeconds(random.nextInt(100_000)), "job-" + random.nextInt(100));
    }
}
