// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import io.atrium.engine.ledger.Proof.Columns;
import io.atrium.engine.ledger.Proof.Mismatch;
import io.atrium.engine.ledger.Proof.TrialBalance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up every booking again and compares the result with the columns of the accounts.
///
/// It shares no arithmetic with the posting path on purpose: a mistake there must not hide itself here.
final class Recount {
    private static final Columns NOTHING = new Columns(0, 0, 0, 0);

    private final Map<AccountId, Columns> recounted = new HashMap<>();
    private final Map<TransferId, Long> openHolds = new HashMap<>();
    private final Map<Asset, TrialBalance> sums = new EnumMap<>(Asset.class);
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<AccountId> breaches = new ArrayList<>();
    private long accountCount;
    private long bookingCount;

    private Recount() {
        for (var asset : Asset.values()) {
            sums.put(asset, TrialBalance.ZERO);
        }
    }

    static Proof of(LedgerStore store) {
        var recount = new Recount();
        store.eachBooking(recount::add);
        store.eachAccount(recount::compare);
        recount.reportUnknownAccounts();
        return recount.proof();
    }

    private void add(Booking booking) {
        bookingCount++;
        long amount = booking.entry().amount();
        switch (booking.transfer().movement()) {
            case Movement.Post _ -> move(booking.entry(), 0, amount);
            case Movement.Hold _ -> {
                openHolds.put(booking.id(), amount);
                move(booking.entry(), amount, 0);
            }
            case Movement.Capture(var hold, _) -> move(booking.entry(), -settle(hold), amount);
            case Movement.Release(var hold) -> move(booking.entry(), -settle(hold), 0);
        }
    }

    /// What was held; nothing for a hold that is missing or settled twice, which then shows as a mismatch.
    private long settle(TransferId hold) {
        var held = openHolds.remove(hold);
        return held == null ? 0 : held;
    }

    private void move(Entry entry, long pending, long posted) {
        recounted.merge(entry.debit(), new Columns(pending, posted, 0, 0), Recount::sum);
        recounted.merge(entry.credit(), new Columns(0, 0, pending, posted), Recount::sum);
    }

    private static Columns sum(Columns a, Columns b) {
        return new Columns(
                a.debitsPending() + b.debitsPending(),
                a.debitsPosted() + b.debitsPosted(),
                a.creditsPending() + b.creditsPending(),
                a.creditsPosted() + b.creditsPosted());
    }

    private void compare(Account account) {
        accountCount++;
        sums.computeIfPresent(account.asset(), (_, sum) -> sum.plus(account.balances()));
        var expected = recounted.remove(account.id());
        var stored = Columns.of(account.balances());
        if (!stored.equals(expected == null ? NOTHING : expected)) {
            mismatches.add(new Mismatch(account.id(), stored, expected == null ? NOTHING : expected));
        }
        if (!account.rule().allowsDebits(account.balances()) || !account.rule().allowsCredits(account.balances())) {
            breaches.add(account.id());
        }
    }

    private void reportUnknownAccounts() {
        recounted.forEach((id, columns) -> mismatches.add(new Mismatch(id, NOTHING, columns)));
    }

    private Proof proof() {
        return new Proof(
                Map.copyOf(sums), List.copyOf(mismatches), List.copyOf(breaches), accountCount, bookingCount);
    }
}
