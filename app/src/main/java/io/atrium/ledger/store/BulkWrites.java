// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static org.jooq.impl.DSL.val;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.Movement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Writes many rows with one statement: columns travel as arrays, so that a batch of one and a batch of thousands cost
/// one round trip each.
final class BulkWrites {
    private static final String INSERT_TRANSFERS =
            """
            insert into ledger_transfer (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, \
            booked_at, expires_at)
            select id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}) with ordinality
            as t (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at, n)
            order by n""";
    private static final String UPDATE_ACCOUNTS =
            """
            update ledger_account a set credit_limit = t.credit_limit, closed = t.closed,
            debits_pending = t.debits_pending, debits_posted = t.debits_posted,
            credits_pending = t.credits_pending, credits_posted = t.credits_posted
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6})
            as t (id, credit_limit, closed, debits_pending, debits_posted, credits_pending, credits_posted)
            where a.id = t.id""";

    private final DSLContext database;

    BulkWrites(DSLContext database) {
        this.database = database;
    }

    boolean insertUnlessPresent(Account account) {
        var balances = account.balances();
        return database.insertInto(LEDGER_ACCOUNT)
                        .set(LEDGER_ACCOUNT.ID, account.id().value())
                        .set(LEDGER_ACCOUNT.ASSET, account.asset().name())
                        .set(LEDGER_ACCOUNT.RULE, account.rule().limit().name())
                        .set(LEDGER_ACCOUNT.CREDIT_LIMIT, account.rule().creditLimit())
                        .set(LEDGER_ACCOUNT.CLOSED, account.closed())
                        .set(LEDGER_ACCOUNT.DEBITS_PENDING, balances.debitsPending())
                        .set(LEDGER_ACCOUNT.DEBITS_POSTED, balances.debitsPosted())
                        .set(LEDGER_ACCOUNT.CREDITS_PENDING, balances.creditsPending())
                        .set(LEDGER_ACCOUNT.CREDITS_POSTED, balances.creditsPosted())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void insert(List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return;
        }
        database.execute(
                INSERT_TRANSFERS,
                column(bookings, UUID[]::new, booking -> booking.id().value()),
                column(bookings, String[]::new, booking -> booking.kind().name()),
                column(bookings, UUID[]::new, booking -> booking.entry().debit().value()),
                column(bookings, UUID[]::new, booking -> booking.entry().credit().value()),
                column(bookings, Long[]::new, booking -> booking.entry().amount()),
                column(bookings, UUID[]::new, BulkWrites::hold),
                column(bookings, String[]::new, booking -> booking.transfer().memo().code()),
                column(bookings, String[]::new, booking -> booking.transfer().memo().reference()),
                column(bookings, OffsetDateTime[]::new, booking -> utc(booking.transfer().memo().eventTime())),
                column(bookings, OffsetDateTime[]::new, booking -> utc(booking.bookedAt())),
                column(bookings, OffsetDateTime[]::new, BulkWrites::expiry));
    }

    void update(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        database.execute(
                UPDATE_ACCOUNTS,
                column(accounts, UUID[]::new, account -> account.id().value()),
                column(accounts, Long[]::new, account -> account.rule().creditLimit()),
                column(accounts, Boolean[]::new, Account::closed),
                column(accounts, Long[]::new, account -> account.balances().debitsPending()),
                column(accounts, Long[]::new, account -> account.balances().debitsPosted()),
                column(accounts, Long[]::new, account -> account.balances().creditsPending()),
                column(accounts, Long[]::new, account -> account.balances().creditsPosted()));
    }

    private static <R, V> Field<V[]> column(
            List<R> rows, IntFunction<V[]> array, Function<R, @Nullable V> value) {
        var values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return val(values);
    }

    private static @Nullable UUID hold(Booking booking) {
        var hold = booking.transfer().hold();
        return hold == null ? null : hold.value();
    }

    private static @Nullable OffsetDateTime expiry(Booking booking) {
        return booking.transfer().movement() instanceof Movement.Hold(_, var expiresAt) && expiresAt != null
                ? utc(expiresAt)
                : null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
