// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one batch sees: the accounts and bookings that were read, plus what the batch itself has done so far.
///
/// A chain that fails is taken back to where it began. Nothing leaves this object until the whole batch is judged.
final class WorkingBooks {
    private final Map<AccountId, Account> accounts;
    private final Map<TransferId, Booking> bookings = new HashMap<>();
    private final Map<TransferId, Booking> settlements = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /// One booking with both accounts as they were before it.
    private record Step(Booking booking, Account debitBefore, Account creditBefore) {}

    WorkingBooks(Map<AccountId, Account> accounts, Collection<Booking> bookings) {
        this.accounts = new HashMap<>(accounts);
        bookings.forEach(this::index);
    }

    @Nullable
    Account account(AccountId id) {
        return accounts.get(id);
    }

    @Nullable
    Booking booking(TransferId id) {
        return bookings.get(id);
    }

    @Nullable
    Booking settlement(TransferId hold) {
        return settlements.get(hold);
    }

    /// How much has been done so far, to come back to.
    int mark() {
        return steps.size();
    }

    void apply(Judged judged) {
        var booking = judged.booked();
        var step = new Step(booking, judged.debit(), judged.credit());
        put(step.debitBefore.debited(judged.change()));
        put(step.creditBefore.credited(judged.change()));
        index(booking);
        steps.add(step);
    }

    void undoTo(int mark) {
        while (steps.size() > mark) {
            var step = steps.removeLast();
            var hold = step.booking.transfer().hold();
            if (hold != null) {
                settlements.remove(hold);
            }
            bookings.remove(step.booking.id());
            put(step.debitBefore);
            put(step.creditBefore);
        }
    }

    List<Booking> addedBookings() {
        return steps.stream().map(Step::booking).toList();
    }

    List<Account> changedAccounts() {
        var ids = new LinkedHashSet<AccountId>();
        for (var step : steps) {
            ids.add(step.debitBefore.id());
            ids.add(step.creditBefore.id());
        }
        return ids.stream().map(accounts::get).toList();
    }

    private void put(Account account) {
        accounts.put(account.id(), account);
    }

    private void index(Booking booking) {
        bookings.put(booking.id(), booking);
        var hold = booking.transfer().hold();
        if (hold != null) {
            settlements.put(hold, booking);
        }
    }
}
