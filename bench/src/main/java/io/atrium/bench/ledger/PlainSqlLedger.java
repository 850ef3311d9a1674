// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;

/// The peer: double entry as a PL/pgSQL function, with the same accounts, the same limit on debits and idempotent ids,
/// without holds, closing, linked transfers or status codes.
final class PlainSqlLedger implements Turns.Contender {
    private static final String SCHEMA = """
            create table peer_account (
                id uuid primary key, limited boolean not null, debits bigint not null, credits bigint not null,
                check (not limited or debits <= credits)
            ) with (fillfactor = 50);
            create table peer_transfer (
                position bigint generated always as identity, id uuid primary key,
                debit_id uuid not null, credit_id uuid not null, amount bigint not null check (amount > 0),
                purpose text not null, reference text not null, event_at timestamptz not null,
                booked_at timestamptz not null);
            create index on peer_transfer (debit_id, position);
            create index on peer_transfer (credit_id, position);
            create function peer_post(wanted_id uuid, debit uuid, credit uuid, wanted bigint) returns text
            language plpgsql as $$
            declare covered boolean;
            begin
                perform 1 from peer_account where id in (debit, credit) order by id for no key update;
                insert into peer_transfer (id, debit_id, credit_id, amount, purpose, reference, event_at, booked_at)
                    values (wanted_id, debit, credit, wanted, 'BENCH', 'job', now(), now()) on conflict (id) do nothing;
                if not found then return 'exists'; end if;
                select not limited or debits + wanted <= credits into covered from peer_account where id = debit;
                if not covered then raise exception 'not enough'; end if;
                update peer_account set debits = debits + wanted where id = debit;
                update peer_account set credits = credits + wanted where id = credit;
                return 'ok';
            end $$
            """;
    private static final String DEADLOCK = "40P01";
    private static final String POST = "select peer_post(?, ?, ?, ?)";
    private static final String POST_MANY = "select peer_post(id, debit, credit, amount) "
            + "from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[]) as t (id, debit, credit, amount)";

    private final DataSource dataSource;
    private final List<UUID> firms = new ArrayList<>();
    private final List<UUID> providers = new ArrayList<>();
    private final ThreadLocal<SplittableRandom> random = ThreadLocal.withInitial(
            () -> new SplittableRandom(Thread.currentThread().threadId()));

    private PlainSqlLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static PlainSqlLedger create(DataSource dataSource) throws SQLException {
        var peer = new PlainSqlLedger(dataSource);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            for (int i = 0; i < Doors.ACCOUNTS; i++) {
                peer.firms.add(peer.open(connection, true, Doors.FUNDS));
            }
            for (int i = 0; i < Doors.PROVIDERS; i++) {
                peer.providers.add(peer.open(connection, false, 0));
            }
        }
        return peer;
    }

    private UUID open(Connection connection, boolean limited, long credits) throws SQLException {
        var id = randomId();
        try (var insert = connection.prepareStatement("insert into peer_account values (?, ?, 0, ?)")) {
            insert.setObject(1, id);
            insert.setBoolean(2, limited);
            insert.setLong(3, credits);
            insert.execute();
        }
        return id;
    }

    /// One transfer, one transaction.
    @Override
    public int once(int writer) throws SQLException {
        try (var connection = dataSource.getConnection();
                var post = connection.prepareStatement(POST)) {
            call(post, any(providers));
        }
        return 1;
    }

    /// Three transfers to one provider in one transaction. It locks as it goes, so it can meet another one coming the
    /// other way; then it tries again.
    Turns.Contender threeAtATime() {
        return _ -> {
            while (!threeInOneTransaction()) {
                Thread.onSpinWait();
            }
            return 3;
        };
    }

    /// Many transfers in one statement and one transaction, by one writer: several would lock each other out.
    Turns.Contender manyAtOnce(int count) {
        return new Turns.Contender() {
            @Override
            public int once(int writer) throws SQLException {
                return postMany(count);
            }

            @Override
            public int writers(int offered) {
                return 1;
            }
        };
    }

    private int postMany(int count) throws SQLException {
        var ids = new UUID[count];
        var debits = new UUID[count];
        var credits = new UUID[count];
        var amounts = new Long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = randomId();
            debits[i] = any(firms);
            credits[i] = any(providers);
            amounts[i] = 1L + random.get().nextInt(1_000);
        }
        try (var connection = dataSource.getConnection();
                var post = connection.prepareStatement(POST_MANY)) {
            post.setArray(1, connection.createArrayOf("uuid", ids));
            post.setArray(2, connection.createArrayOf("uuid", debits));
            post.setArray(3, connection.createArrayOf("uuid", credits));
            post.setArray(4, connection.createArrayOf("int8", amounts));
            post.execute();
        }
        return count;
    }

    private boolean threeInOneTransaction() throws SQLException {
        try (var connection = dataSource.getConnection();
                var post = connection.prepareStatement(POST)) {
            connection.setAutoCommit(false);
            try {
                var provider = any(providers);
                for (int i = 0; i < 3; i++) {
                    call(post, provider);
                }
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                if (DEADLOCK.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void call(PreparedStatement post, UUID provider) throws SQLException {
        post.setObject(1, randomId());
        post.setObject(2, any(firms));
        post.setObject(3, provider);
        post.setLong(4, 1 + random.get().nextInt(1_000));
        post.execute();
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.get().nextInt(ids.size()));
    }

    private UUID randomId() {
        return new UUID(random.get().nextLong(), random.get().nextLong());
    }
}
