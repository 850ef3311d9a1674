// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A store for tests, measurements and the command line: maps, one thread, gone with the process.
public final class InMemoryLedgerStore implements LedgerStore {
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<TransferId, Booking> bookings = new LinkedHashMap<>();
    private final Map<TransferId, Booking> settlements = new HashMap<>();
    private final Map<TransferId, Booking> expiringHolds = new LinkedHashMap<>();

    @Override
    public Optional<Account> insertUnlessPresent(Account account) {
        return Optional.ofNullable(accounts.putIfAbsent(account.id(), account));
    }

    @Override
    public Found lockAndFind(SortedSet<AccountId> wanted, Set<TransferId> transfers) {
        var found = HashMap.<AccountId, Account>newHashMap(wanted.size());
        for (var id : wanted) {
            var account = accounts.get(id);
            if (account != null) {
                found.put(id, account);
            }
        }
        return new Found(found, findBookings(transfers));
    }

    @Override
    public List<Booking> findBookings(Set<TransferId> ids) {
        var found = new ArrayList<Booking>();
        for (var id : ids) {
            addIfPresent(found, bookings.get(id));
            addIfPresent(found, settlements.get(id));
        }
        return found;
    }

    private static void addIfPresent(List<Booking> list, @Nullable Booking booking) {
        if (booking != null) {
            list.add(booking);
        }
    }

    @Override
    public void save(List<Booking> added, List<Account> changed) {
        for (var booking : added) {
            if (bookings.putIfAbsent(booking.id(), booking) != null) {
                throw new IllegalStateException("booked twice: " + booking.id());
            }
            index(booking);
        }
        changed.forEach(account -> accounts.put(account.id(), account));
    }

    private void index(Booking booking) {
        var hold = booking.transfer().hold();
        if (hold != null) {
            settlements.put(hold, booking);
            expiringHolds.remove(hold);
        }
        if (expiryOf(booking) != null) {
            expiringHolds.put(booking.id(), booking);
        }
    }

    @Override
    public List<Booking> overdueHolds(Instant now, int countMax) {
        return expiringHolds.values().stream()
                .filter(hold -> !now.isBefore(expiry(hold)))
                .sorted(Comparator.comparing(InMemoryLedgerStore::expiry))
                .limit(countMax)
                .toList();
    }

    @Override
    public void eachAccount(Consumer<Account> reader) {
        accounts.values().forEach(reader);
    }

    @Override
    public void eachBooking(Consumer<Booking> reader) {
        bookings.values().forEach(reader);
    }

    private static Instant expiry(Booking hold) {
        var expiry = expiryOf(hold);
        if (expiry == null) {
            throw new IllegalArgumentException("never expires: " + hold.id());
        }
        return expiry;
    }

    private static @Nullable Instant expiryOf(Booking booking) {
        return booking.transfer().movement() instanceof Movement.Hold(_, var expiresAt) ? expiresAt : null;
    }
}
