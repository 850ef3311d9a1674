// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/// Where accounts and bookings live. The store keeps them; it never computes a balance.
///
/// Several ledgers may work on one store at once if [#lockAndFind] really locks. The calls of one
/// [Books#post] must then be one transaction, at an isolation that shows what was committed before a lock was got.
/// Every implementation passes `LedgerStoreContract`.
public interface LedgerStore {

    /// Keeps a new account, or returns the one that has this id already and changes nothing.
    Optional<Account> insertUnlessPresent(Account account);

    /// What was found. Unknown ids are left out.
    record Found(Map<AccountId, Account> accounts, List<Booking> bookings) {}

    /// Reads accounts and keeps others from changing them, **in the order of the set**, so that two batches can never
    /// wait for each other; and then, when the locks are held, reads bookings as [#findBookings] does.
    Found lockAndFind(SortedSet<AccountId> accounts, Set<TransferId> transfers);

    /// The bookings that have one of these ids, and those that settle a hold that has one of these ids.
    List<Booking> findBookings(Set<TransferId> ids);

    /// Writes new bookings, in their order, and changed accounts: all or nothing.
    void save(List<Booking> bookings, List<Account> accounts);

    /// Holds that expired at or before an instant and that nobody settled, the earliest first.
    List<Booking> overdueHolds(Instant now, int countMax);

    /// Shows every account, in any order.
    void eachAccount(Consumer<Account> reader);

    /// Shows every booking, in an order in which holds come before what settles them.
    void eachBooking(Consumer<Booking> reader);
}
