// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The front door of the ledger (账本): opens accounts, posts transfers, proves the books.
///
/// It has no state of its own; one instance per store is enough. Time comes in with every call.
public final class Books {
    /// Bounds the memory and the lock time of one batch; well past where larger batches stop being faster.
    public static final int BATCH_MAX = 8_192;
    /// The code of the releases that [#releaseOverdueHolds] posts.
    public static final String OVERDUE_CODE = "HOLD_OVERDUE";

    private final LedgerStore store;

    public Books(LedgerStore store) {
        this.store = store;
    }

    /// Opens an account. Asked again with the same asset and limited side, it changes nothing and succeeds.
    public AccountStatus open(Account account) {
        return store.insertUnlessPresent(Account.opened(account.id(), account.asset(), account.rule()))
                .map(present -> AccountStatus.ofRepeat(account, present))
                .orElse(AccountStatus.OPENED);
    }

    /// Closes an account for new posts and holds; holds that were granted may still be settled.
    ///
    /// @return false if there is no such account
    public boolean close(AccountId id) {
        var account = lock(id);
        if (account != null && !account.closed()) {
            store.save(List.of(), List.of(account.close()));
        }
        return account != null;
    }

    /// Changes how far the debits of an account may exceed its credits.
    public CreditLimitStatus changeCreditLimit(AccountId id, long creditLimit) {
        var account = lock(id);
        if (account == null) {
            return CreditLimitStatus.ACCOUNT_NOT_FOUND;
        }
        if (account.rule().limit() != AccountRule.Limit.DEBITS_WITHIN_CREDITS) {
            return CreditLimitStatus.DEBITS_NOT_LIMITED;
        }
        var changed = account.withRule(AccountRule.debitsWithinCredits(creditLimit));
        if (!changed.rule().allowsDebits(changed.balances())) {
            return CreditLimitStatus.LIMIT_BELOW_USE;
        }
        store.save(List.of(), List.of(changed));
        return CreditLimitStatus.CHANGED;
    }

    /// Judges and applies transfers in their order and gives one status for each.
    ///
    /// @param now the booking time, which also decides what is expired
    public List<Status> post(List<Transfer> batch, Instant now) {
        if (batch.size() > BATCH_MAX) {
            throw new IllegalArgumentException("batch of %d, at most %d".formatted(batch.size(), BATCH_MAX));
        }
        var books = read(batch);
        var statuses = new Batch(batch, books, now).judge();
        var added = books.addedBookings();
        if (!added.isEmpty()) {
            store.save(added, books.changedAccounts());
        }
        return statuses;
    }

    /// Frees holds whose time is over, the earliest first; the money was out of reach of captures already.
    ///
    /// @return how many were freed; call again while it equals `countMax`
    public int releaseOverdueHolds(Instant now, int countMax) {
        var releases = store.overdueHolds(now, countMax).stream()
                .map(Books::overdueRelease)
                .toList();
        return (int) post(releases, now).stream().filter(Status::isSuccess).count();
    }

    /// Recounts all books from the transfers alone.
    public Proof prove() {
        return Recount.of(store);
    }

    /// Finds out which accounts are touched, locks them, and only then reads what may have changed meanwhile.
    private WorkingBooks read(List<Transfer> batch) {
        var holds = holdIds(batch);
        var holdsSeen = holds.isEmpty() ? List.<Booking>of() : store.findBookings(holds);
        var ids = new HashSet<>(holds);
        batch.forEach(transfer -> ids.add(transfer.id()));
        var found = store.lockAndFind(accountIds(batch, holdsSeen), ids);
        var bookings = found.bookings().stream()
                .filter(booking -> !holds.contains(booking.id()) || hasLocked(found.accounts(), booking))
                .toList();
        return new WorkingBooks(found.accounts(), bookings);
    }

    /// A hold that was booked between looking and locking was not there when this batch came: its accounts may be free.
    private static boolean hasLocked(Map<AccountId, Account> accounts, Booking hold) {
        return accounts.containsKey(hold.entry().debit())
                && accounts.containsKey(hold.entry().credit());
    }

    private @Nullable Account lock(AccountId id) {
        return store.lockAndFind(new TreeSet<>(Set.of(id)), Set.of()).accounts().get(id);
    }

    private static Set<TransferId> holdIds(List<Transfer> batch) {
        var ids = new HashSet<TransferId>();
        for (var transfer : batch) {
            var hold = transfer.hold();
            if (hold != null) {
                ids.add(hold);
            }
        }
        return ids;
    }

    private static SortedSet<AccountId> accountIds(List<Transfer> batch, List<Booking> holds) {
        var ids = new TreeSet<AccountId>();
        for (var transfer : batch) {
            var entry = transfer.ownEntry();
            if (entry != null) {
                ids.add(entry.debit());
                ids.add(entry.credit());
            }
        }
        for (var hold : holds) {
            ids.add(hold.entry().debit());
            ids.add(hold.entry().credit());
        }
        return ids;
    }

    private static Transfer overdueRelease(Booking hold) {
        var granted = (Movement.Hold) hold.transfer().movement();
        var expiredAt = granted.expiresAt() == null ? hold.bookedAt() : granted.expiresAt();
        return Transfer.release(
                hold.id().derived("overdue"),
                hold.id(),
                new Memo(OVERDUE_CODE, expiredAt, hold.transfer().memo().reference()));
    }
}
