// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.Balances;
import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.InMemoryLedgerStore;
import io.atrium.engine.ledger.LedgerStore;
import io.atrium.engine.ledger.Status;
import io.atrium.engine.ledger.Transfer;
import io.atrium.ledger.store.LedgerDatabase;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the posting path at random points, on a durable server, and looks at the books: after every crash they balance
/// and hold all of the batch or nothing of it; after the retry they are exactly what an undisturbed ledger holds.
///
/// 25 points; 1,000 with `-Datrium.prove=true` (`./atrium prove ledger`). `-Datrium.seed=…` takes another course.
class LedgerCrashPointTest {
    private static final int POINTS = Boolean.getBoolean("atrium.prove") ? 1_000 : 25;
    private static final long SEED = Long.getLong("atrium.seed", 20_261_122L);

    @TempDir
    static Path folder;

    private static LedgerDatabase database;

    private final Random random = new Random(SEED);
    private final CrashBatches batches = new CrashBatches(random);
    private final InMemoryLedgerStore undisturbed = new InMemoryLedgerStore();
    private final Books oracle = new Books(undisturbed);
    private long bookings;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.durable(EmbeddedPostgres.start(Settings.in(folder)));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void booksSurviveEveryCrash() throws SQLException {
        openAccounts();
        for (int struck = 0; struck < POINTS; ) {
            boolean metered = random.nextInt(3) == 0;
            var batch = metered ? batches.stream() : batches.chain();
            var expected = oracle.post(batch, CrashBatches.NOW);
            var point = CrashPoint.random(random);
            struck += (metered ? survivesMetering(batch, point) : survivesPosting(batch, expected, point)) ? 1 : 0;
            assertThat(look(point).balances()).as("after the retry, %s", point).isEqualTo(balancesOf(undisturbed));
        }
    }

    private void openAccounts() throws SQLException {
        try (var session = new Saboteur(database, null)) {
            var books = new Books(LedgerDatabase.store(session.database()));
            for (var account : batches.accounts()) {
                oracle.open(account);
                books.open(account);
            }
            session.commit();
        }
    }

    private boolean survivesPosting(List<Transfer> batch, List<Status> expected, CrashPoint point) {
        long before = bookings;
        boolean copied = random.nextBoolean();
        boolean struck = attempt(point, session -> books(session, copied).post(batch, CrashBatches.NOW));
        long added = look(point).bookings() - before;
        assertThat(added).as("all or nothing, %s", point).isIn(0L, applied(expected));
        attempt(null, session -> {
            var again = books(session).post(batch, CrashBatches.NOW);
            assertThat(again.stream().map(Status::isSuccess))
                    .as("retry after %s", point)
                    .containsExactlyElementsOf(
                            expected.stream().map(Status::isSuccess).toList());
        });
        return struck;
    }

    /// Acceptance is one transaction; booking a group is another, and that one is killed.
    private boolean survivesMetering(List<Transfer> stream, CrashPoint point) {
        attempt(null, session -> LedgerDatabase.outbox(session.database()).accept(stream));
        boolean struck = attempt(point, session -> work(session).bookUsage());
        attempt(null, session -> work(session).bookUsage());
        return struck;
    }

    private interface Deed {
        void in(Saboteur session);
    }

    /// Runs one transaction; returns whether it was struck. Without a crash point it must come through.
    private boolean attempt(@Nullable CrashPoint point, Deed deed) {
        var session = connect(point);
        try (session) {
            deed.in(session);
            session.commit();
        } catch (SQLException | DataAccessException | IllegalStateException e) {
            if (point == null) {
                throw new AssertionError("undisturbed attempt failed", e);
            }
        }
        return session.hasStruck();
    }

    /// Connects as soon as the server has recovered from the blow before.
    private static Saboteur connect(@Nullable CrashPoint point) {
        return await().atMost(ofSeconds(60))
                .pollDelay(ofMillis(0))
                .pollInterval(ofMillis(20))
                .ignoreExceptions()
                .pollInSameThread()
                .until(() -> new Saboteur(database, point), session -> true);
    }

    private static Books books(Saboteur session) {
        return new Books(LedgerDatabase.store(session.database()));
    }

    /// Half of the attempts write as the door for groups does.
    private static Books books(Saboteur session, boolean copied) {
        return copied ? new Books(LedgerDatabase.copyingStore(session.database())) : books(session);
    }

    private static LedgerWork work(Saboteur session) {
        var context = session.database();
        return new LedgerWork(
                LedgerDatabase.store(context), LedgerDatabase.outbox(context), new StandingClock(CrashBatches.NOW));
    }

    private static long applied(List<Status> statuses) {
        return statuses.stream().filter(Status.APPLIED::equals).count();
    }

    private record Look(long bookings, Map<AccountId, Balances> balances) {}

    /// The books balance, whatever has happened.
    private Look look(CrashPoint point) {
        var balances = new HashMap<AccountId, Balances>();
        attempt(null, session -> {
            var proof = books(session).prove();
            assertThat(proof.isSound()).as("%s: %s", point, proof).isTrue();
            bookings = proof.bookingCount();
            balances.putAll(balancesOf(LedgerDatabase.store(session.database())));
        });
        return new Look(bookings, balances);
    }

    private static Map<AccountId, Balances> balancesOf(LedgerStore store) {
        var found = new HashMap<AccountId, Balances>();
        store.eachAccount((Account account) -> found.put(account.id(), account.balances()));
        return found;
    }
}
