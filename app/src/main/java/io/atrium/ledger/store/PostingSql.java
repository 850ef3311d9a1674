// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Balances;
import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.LedgerStore.Found;
import io.atrium.engine.ledger.TransferId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.postgresql.PGConnection;

/// The hot path of posting: one round trip to lock and read, one to write. Two statements travel together, and each
/// still sees what was committed before it began; columns travel as arrays, whatever the size of the batch.
///
/// Many rows at once go by COPY instead, one more round trip for half the work of the server.
///
/// Written on JDBC, because here a round trip or an object per row is what limits the rate.
final class PostingSql {
    private static final String LOCK = """
            select id, asset, rule, credit_limit, closed, debits_pending, debits_posted, credits_pending, credits_posted
            from ledger_account where id = any(?) order by id for no key update""";
    /// Key by key through the indexes: asked with `id = any(…)` for some hundreds of ids, the planner prefers to
    /// read a table of a hundred thousand rows whole, each time. `offset 0` keeps the lateral parts from becoming a
    /// join.
    private static final String FIND = """
            select t.id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (select * from ledger_transfer where ledger_transfer.id = asked.id offset 0) as t
            union all
            select t.id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (select * from ledger_transfer where hold_id = asked.id offset 0) as t""";
    private static final String LOCK_AND_FIND = LOCK + ";\n" + FIND;
    private static final String INSERT = """
            insert into ledger_transfer (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at,
                booked_at, expires_at)
            select id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[]) with ordinality
            as t (id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at, n)
            order by n""";
    private static final String UPDATE = """
            update ledger_account a set credit_limit = t.credit_limit, closed = t.closed,
                debits_pending = t.debits_pending, debits_posted = t.debits_posted,
                credits_pending = t.credits_pending, credits_posted = t.credits_posted
            from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            as t (id, credit_limit, closed, debits_pending, debits_posted, credits_pending, credits_posted)
            where a.id = t.id""";
    private static final String COPY = "copy ledger_transfer (" + CopyRows.COLUMNS + ") from stdin (format binary)";

    private PostingSql() {}

    static Found lockAndFind(Connection connection, SortedSet<AccountId> accounts, Set<TransferId> transfers)
            throws SQLException {
        try (var read = connection.prepareStatement(LOCK_AND_FIND)) {
            var ids = connection.createArrayOf(
                    "uuid", transfers.stream().map(TransferId::value).toArray());
            read.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", accounts.stream().map(AccountId::value).toArray()));
            read.setArray(2, ids);
            read.setArray(3, ids);
            read.execute();
            var found = accounts(read);
            read.getMoreResults();
            return new Found(found, bookings(read));
        }
    }

    private static Map<AccountId, Account> accounts(PreparedStatement read) throws SQLException {
        var accounts = new HashMap<AccountId, Account>();
        try (var row = read.getResultSet()) {
            while (row.next()) {
                var account = account(row);
                accounts.put(account.id(), account);
            }
        }
        return accounts;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject(1, UUID.class)),
                Asset.valueOf(row.getString(2)),
                new AccountRule(AccountRule.Limit.valueOf(row.getString(3)), row.getLong(4)),
                row.getBoolean(5),
                new Balances(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)));
    }

    /// Each once, also one that was found by its id and by its hold.
    private static List<Booking> bookings(PreparedStatement read) throws SQLException {
        var bookings = new LinkedHashMap<TransferId, Booking>();
        try (var row = read.getResultSet()) {
            while (row.next()) {
                var booking = BookingRow.read(row);
                bookings.putIfAbsent(booking.id(), booking);
            }
        }
        return List.copyOf(bookings.values());
    }

    static List<Booking> find(Connection connection, Set<TransferId> transfers) throws SQLException {
        try (var read = connection.prepareStatement(FIND)) {
            var ids = connection.createArrayOf(
                    "uuid", transfers.stream().map(TransferId::value).toArray());
            read.setArray(1, ids);
            read.setArray(2, ids);
            read.execute();
            return bookings(read);
        }
    }

    /// Transfers and accounts in one round trip.
    static void write(Connection connection, List<Booking> bookings, List<Account> accounts) throws SQLException {
        try (var write = connection.prepareStatement(INSERT + ";\n" + UPDATE)) {
            var columns = new ArrayColumns(connection, write);
            BookingRow.write(columns, bookings);
            addAccounts(columns, accounts);
            write.execute();
        }
    }

    /// The same for many transfers.
    static void copy(Connection connection, List<Booking> bookings, List<Account> accounts) throws SQLException {
        var rows = CopyRows.of(bookings);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        copy.writeToCopy(rows.array(), 0, rows.limit());
        copy.endCopy();
        try (var write = connection.prepareStatement(UPDATE)) {
            addAccounts(new ArrayColumns(connection, write), accounts);
            write.execute();
        }
    }

    private static void addAccounts(ArrayColumns columns, List<Account> accounts) throws SQLException {
        columns.add("uuid", accounts, account -> account.id().value());
        columns.add("int8", accounts, account -> account.rule().creditLimit());
        columns.add("bool", accounts, Account::closed);
        columns.add("int8", accounts, account -> account.balances().debitsPending());
        columns.add("int8", accounts, account -> account.balances().debitsPosted());
        columns.add("int8", accounts, account -> account.balances().creditsPending());
        columns.add("int8", accounts, account -> account.balances().creditsPosted());
    }
}
