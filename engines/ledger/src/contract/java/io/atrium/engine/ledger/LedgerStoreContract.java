// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [LedgerStore] must do. Subclasses give a store that is empty at the start of each test.
public abstract class LedgerStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T02:03:04.123456789Z");

    private LedgerStore store;
    private Books books;
    private Account bank;
    private Account firm;

    /// An empty store.
    protected abstract LedgerStore emptyStore();

    @BeforeEach
    void openTwoAccounts() {
        store = emptyStore();
        books = new Books(store);
        bank = open(AccountRule.FREE);
        firm = open(AccountRule.debitsWithinCredits(70));
    }

    @Test
    void keepsTheFirstOfTwoAccountsWithOneId() {
        var other = Account.opened(firm.id(), Asset.GPU_MS, AccountRule.FREE);
        assertThat(store.insertUnlessPresent(other)).contains(firm);
        assertThat(lock(firm)).isEqualTo(firm);
    }

    @Test
    void leavesUnknownAccountsOut() {
        var unknown = new AccountId(UUID.randomUUID());
        var found = store.lockAndFind(new TreeSet<>(Set.of(unknown, firm.id())), Set.of());
        assertThat(found.accounts()).containsOnlyKeys(firm.id());
        assertThat(found.bookings()).isEmpty();
    }

    @Test
    void locksNothingForAnEmptySet() {
        assertThat(store.lockAndFind(new TreeSet<>(), Set.of()).accounts()).isEmpty();
        assertThat(store.findBookings(Set.of())).isEmpty();
    }

    @Test
    void givesBackEveryFieldOfEveryKindOfBooking() {
        var hold = Transfer.hold(id(), new Entry(firm.id(), bank.id(), 9), NOW.plusSeconds(60), memo("算力任务 7"));
        var endless = Transfer.hold(id(), new Entry(firm.id(), bank.id(), 8), null, memo(""))
                .linkedToNext();
        var capture = Transfer.capture(id(), hold.id(), 4, memo("job-7"));
        var release = Transfer.release(id(), endless.id(), memo("job-8"));
        var batch = List.of(credit(100), hold, endless, capture, release);
        assertThat(books.post(batch, NOW)).containsOnly(Status.APPLIED);

        var booked = new ArrayList<Booking>();
        store.eachBooking(booked::add);
        assertThat(booked)
                .extracting(Booking::transfer)
                .isEqualTo(batch.stream().map(Transfer::unlinked).toList());
        assertThat(booked).extracting(Booking::bookedAt).containsOnly(Instant.parse("2026-11-22T02:03:04.123456Z"));
        assertThat(booked).extracting(booking -> booking.entry().amount()).containsExactly(100L, 9L, 8L, 4L, 8L);
        assertThat(books.post(batch, NOW.plusSeconds(3_600))).containsOnly(Status.EXISTS);
    }

    @Test
    void givesBackEveryFieldOfAChangedAccount() {
        books.post(List.of(credit(100)), NOW);
        books.post(List.of(Transfer.hold(id(), new Entry(firm.id(), bank.id(), 30), null, memo("j"))), NOW);
        books.post(List.of(Transfer.post(id(), new Entry(firm.id(), bank.id(), 20), memo("j"))), NOW);
        books.close(firm.id());
        assertThat(lock(firm))
                .isEqualTo(new Account(firm.id(), firm.asset(), firm.rule(), true, new Balances(30, 20, 0, 100)));
    }

    @Test
    void findsABookingWithWhatSettlesIt() {
        var hold = Transfer.hold(id(), new Entry(firm.id(), bank.id(), 9), null, memo("j"));
        var capture = Transfer.capture(id(), hold.id(), 4, memo("j"));
        books.post(List.of(hold, capture), NOW);
        assertThat(store.findBookings(Set.of(hold.id())))
                .extracting(Booking::id)
                .containsExactlyInAnyOrder(hold.id(), capture.id());
        assertThat(store.findBookings(Set.of(capture.id())))
                .extracting(Booking::id)
                .containsExactly(capture.id());
        assertThat(store.lockAndFind(new TreeSet<>(), Set.of(hold.id())).bookings())
                .hasSameElementsAs(store.findBookings(Set.of(hold.id())));
    }

    @Test
    void refusesToWriteABookingTwice() {
        var transfer = credit(5);
        books.post(List.of(transfer), NOW);
        var booking = store.findBookings(Set.of(transfer.id())).getFirst();
        assertThatThrownBy(() -> store.save(List.of(booking), List.of())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void listsUnsettledHoldsFromTheMomentTheyExpireTheEarliestFirst() {
        var late = holdUntil(NOW.plusSeconds(20));
        var early = holdUntil(NOW.plusSeconds(10));
        var settled = holdUntil(NOW.plusSeconds(5));
        var later = holdUntil(NOW.plusSeconds(21));
        var endless = Transfer.hold(id(), new Entry(firm.id(), bank.id(), 1), null, memo("j"));
        var settlement = Transfer.release(id(), settled.id(), memo("j"));
        books.post(List.of(late, early, settled, later, endless, settlement), NOW);

        var now = NOW.plusSeconds(20);
        assertThat(store.overdueHolds(now, 10)).extracting(Booking::id).containsExactly(early.id(), late.id());
        assertThat(store.overdueHolds(now, 1)).extracting(Booking::id).containsExactly(early.id());
        assertThat(books.releaseOverdueHolds(now, 10)).isEqualTo(2);
        assertThat(store.overdueHolds(now, 10)).isEmpty();
        assertThat(lock(firm).balances().debitsPending()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheNaiveLedger(long seed) {
        new LedgerSimulation(seed, store).run(200);
    }

    private Transfer holdUntil(Instant expiresAt) {
        return Transfer.hold(id(), new Entry(firm.id(), bank.id(), 1), expiresAt, memo("j"));
    }

    private Transfer credit(long amount) {
        return Transfer.post(id(), new Entry(bank.id(), firm.id(), amount), memo("grant"));
    }

    private Account lock(Account account) {
        var found = store.lockAndFind(new TreeSet<>(Set.of(account.id())), Set.of());
        return requireNonNull(found.accounts().get(account.id()));
    }

    private Account open(AccountRule rule) {
        var account = Account.opened(new AccountId(UUID.randomUUID()), Asset.CNY_FEN, rule);
        assertThat(books.open(account)).isEqualTo(AccountStatus.OPENED);
        return account;
    }

    private static TransferId id() {
        return new TransferId(UUID.randomUUID());
    }

    private static Memo memo(String reference) {
        return new Memo("TEST", NOW.minus(Duration.ofDays(1)), reference);
    }
}
