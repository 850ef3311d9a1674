// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small ledger with named accounts and short words for transfers; ids are numbers so that tests read well.
final class TestBooks {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final Memo MEMO = new Memo("TEST", NOW.minusSeconds(60), "job-1");

    final LedgerStore store = new InMemoryLedgerStore();
    final Books door = new Books(store);
    final AccountId budget = open(1, Asset.CNY_FEN, AccountRule.FREE);
    final AccountId voucher = open(2, Asset.CNY_FEN, AccountRule.debitsWithinCredits(0));
    final AccountId firm = open(3, Asset.CNY_FEN, AccountRule.debitsWithinCredits(500));
    final AccountId fund = open(4, Asset.CNY_FEN, AccountRule.CREDITS_WITHIN_DEBITS);
    final AccountId gpus = open(5, Asset.GPU_MS, AccountRule.FREE);
    final AccountId closed = open(6, Asset.CNY_FEN, AccountRule.FREE);
    final AccountId nowhere = new AccountId(new UUID(0, 99));

    TestBooks() {
        door.close(closed);
    }

    private AccountId open(long number, Asset asset, AccountRule rule) {
        var id = new AccountId(new UUID(0, number));
        door.open(Account.opened(id, asset, rule));
        return id;
    }

    static TransferId id(long number) {
        return new TransferId(new UUID(1, number));
    }

    static Transfer post(long id, AccountId debit, AccountId credit, long amount) {
        return Transfer.post(id(id), new Entry(debit, credit, amount), MEMO);
    }

    static Transfer hold(long id, AccountId debit, AccountId credit, long amount) {
        return holdUntil(id, new Entry(debit, credit, amount), null);
    }

    static Transfer holdUntil(long id, Entry entry, @Nullable Instant expiresAt) {
        return Transfer.hold(id(id), entry, expiresAt, MEMO);
    }

    static Transfer capture(long id, long hold, long amount) {
        return Transfer.capture(id(id), id(hold), amount, MEMO);
    }

    static Transfer release(long id, long hold) {
        return Transfer.release(id(id), id(hold), MEMO);
    }

    List<Status> send(Transfer... batch) {
        return door.post(List.of(batch), NOW);
    }

    /// For transfers that only prepare what is tested.
    void apply(Transfer... batch) {
        var statuses = send(batch);
        if (!statuses.stream().allMatch(Status.APPLIED::equals)) {
            throw new AssertionError("cannot prepare: " + statuses);
        }
    }

    Account account(AccountId id) {
        return requireNonNull(store.lockAndFind(new TreeSet<>(Set.of(id)), Set.of())
                .accounts()
                .get(id));
    }

    Balances balances(AccountId id) {
        return account(id).balances();
    }
}
