// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_TRANSFER;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.LedgerStore;
import io.atrium.engine.ledger.TransferId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The ledger in PostgreSQL. Every call joins the caller's transaction.
///
/// Rows are locked in the order of their ids, which is the engine's order of accounts. At READ COMMITTED a row is read
/// again after its lock was waited for, and the transfers are read after that: nothing stale is judged.
@Component
public class SqlLedgerStore implements LedgerStore {
    private static final int ROWS_PER_FETCH = 2_000;

    /// From about here on the server's work outweighs COPY's additional round trip.
    static final int ROWS_TO_COPY_MIN = 50;

    private final DSLContext database;
    private final int rowsToCopyMin;

    @Autowired
    SqlLedgerStore(DSLContext database) {
        this(database, ROWS_TO_COPY_MIN);
    }

    SqlLedgerStore(DSLContext database, int rowsToCopyMin) {
        this.database = database;
        this.rowsToCopyMin = rowsToCopyMin;
    }

    @Override
    public Optional<Account> insertUnlessPresent(Account account) {
        var balances = account.balances();
        int inserted = database.insertInto(LEDGER_ACCOUNT)
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
                .execute();
        return inserted == 1
                ? Optional.empty()
                : database.selectFrom(LEDGER_ACCOUNT)
                        .where(LEDGER_ACCOUNT.ID.eq(account.id().value()))
                        .fetchOptional(Rows::account);
    }

    @Override
    public Found lockAndFind(SortedSet<AccountId> accounts, Set<TransferId> transfers) {
        return database.connectionResult(connection -> PostingSql.lockAndFind(connection, accounts, transfers));
    }

    @Override
    public List<Booking> findBookings(Set<TransferId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.connectionResult(connection -> PostingSql.find(connection, ids));
    }

    @Override
    public void save(List<Booking> bookings, List<Account> accounts) {
        database.connection(connection -> {
            if (bookings.size() >= rowsToCopyMin && connection.isWrapperFor(PGConnection.class)) {
                PostingSql.copy(connection, bookings, accounts);
            } else {
                PostingSql.write(connection, bookings, accounts);
            }
        });
    }

    @Override
    public List<Booking> overdueHolds(Instant now, int countMax) {
        var settlement = LEDGER_TRANSFER.as("settlement");
        return database.selectFrom(LEDGER_TRANSFER)
                .where(LEDGER_TRANSFER.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .and(notExists(selectOne().from(settlement).where(settlement.HOLD_ID.eq(LEDGER_TRANSFER.ID))))
                .orderBy(LEDGER_TRANSFER.EXPIRES_AT, LEDGER_TRANSFER.POSITION)
                .limit(countMax)
                .fetch(Rows::booking);
    }

    @Override
    public void eachAccount(Consumer<Account> reader) {
        try (var rows =
                database.selectFrom(LEDGER_ACCOUNT).fetchSize(ROWS_PER_FETCH).fetchLazy()) {
            rows.forEach(row -> reader.accept(Rows.account(row)));
        }
    }

    @Override
    public void eachBooking(Consumer<Booking> reader) {
        try (var rows = database.selectFrom(LEDGER_TRANSFER)
                .orderBy(LEDGER_TRANSFER.POSITION)
                .fetchSize(ROWS_PER_FETCH)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(Rows.booking(row)));
        }
    }
}
