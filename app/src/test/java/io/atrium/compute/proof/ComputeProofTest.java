// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_METER_OUTBOX;
import static io.atrium.jooq.Tables.LEDGER_METER_REFUSAL;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.table;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Posting;
import io.atrium.ledger.store.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes work on one PostgreSQL; providers report use to either of them, again, doubled and out of order; the
/// price of one provider is corrected. All the while nodes and PostgreSQL are killed with `kill -9`, in the middle of
/// whatever they do. In the end the GPU-milliseconds and the fen in the books are those that were metered, to the
/// unit, nothing is held any more, no transfer is there twice, and the chain of seals is whole.
///
/// 25 kills; 1,000 by `./atrium prove compute`, any number with `-Datrium.kills=…`. `-Datrium.seed=…` takes another
/// course.
class ComputeProofTest {
    private static final int KILLS =
            Integer.getInteger("atrium.kills", Boolean.getBoolean("atrium.prove") ? 1_000 : 25);
    private static final long SEED = Long.getLong("atrium.seed", 20_261_130L);
    private static final int SEGMENTS_PER_KILL = 20;
    private static final int NODES = 2;
    private static final int LOOKS = 5;
    private static final long QUOTA = 1L << 50;
    private static final AccountCode FLEET = AccountCode.of(Asset.GPU_MS, "community", "proof", "source");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Telling telling = new Telling(random);
    private final List<Segment> segments = new ArrayList<>();
    private final Set<Segment> corrected = new HashSet<>();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Map<String, Integer> kills = new HashMap<>();
    private KillableServer server;
    private int inFlight;

    @BeforeEach
    void start() throws Exception {
        server = new KillableServer(folder.resolve("postgres"));
        LedgerDatabase.durable(server.server()); // migrates
        try (var connection = server.connect()) {
            var database = LedgerDatabase.over(connection);
            database.execute("create table proof_job (segment int primary key)");
            openAccounts(new Books(LedgerDatabase.store(database)));
        }
        for (int i = 0; i < NODES; i++) {
            nodes.add(startNode());
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(NodeProcess::kill);
        server.close();
    }

    @Test
    void whatWasMeteredIsWhatWasBooked() throws Exception {
        int correctFrom = KILLS * 2 / 3;
        for (int kill = 0; kill < KILLS; kill++) {
            telling.add(kill < correctFrom ? newSegments() : corrections(KILLS - kill));
            telling.tellSome(readyNodes());
            telling.awaitAnswers(random.nextInt(SEGMENTS_PER_KILL), ofMillis(400));
            strike();
            if (kill % Math.max(1, KILLS / LOOKS) == 0) {
                assertSound(audit());
            }
        }
        tellTheRest();
        await().atMost(ofMinutes(5)).pollInSameThread().ignoreExceptions().until(this::isAllBookedAndSealed);
        assertBooks();
        System.out.printf(
                "%d kills %s with %d messages in the nodes' hands; %d messages told %d times; %d segments, %d corrected%n",
                KILLS, kills, inFlight, telling.known(), telling.told(), segments.size(), corrected.size());
    }

    private void openAccounts(Books books) {
        books.open(Account.opened(FLEET.id(), Asset.GPU_MS, AccountRule.FREE));
        for (int provider = 0; provider < Segment.PROVIDERS; provider++) {
            books.open(Account.opened(Segment.delivered(provider).id(), Asset.GPU_MS, AccountRule.FREE));
            books.open(Account.opened(Segment.receivable(provider).id(), Asset.CNY_FEN, AccountRule.FREE));
        }
        for (int firm = 0; firm < Segment.FIRMS; firm++) {
            var quota = Segment.quota(firm);
            books.open(Account.opened(quota.id(), Asset.GPU_MS, AccountRule.debitsWithinCredits(0)));
            books.open(Account.opened(
                    Segment.own(firm).id(), Asset.CNY_FEN, AccountRule.debitsWithinCredits(1L << 50))); // pays later
            var grant = Posting.move(
                    new UUID(1, firm), FLEET, quota, QUOTA, "QUOTA", "proof", Instant.parse("2026-11-01T00:00:00Z"));
            books.post(List.of(grant.transfer()), Instant.parse("2026-11-01T00:00:00Z"));
        }
    }

    private List<Message> newSegments() {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < SEGMENTS_PER_KILL; i++) {
            long millis = 60_000L * (1 + random.nextInt(8)) + random.nextInt(3_600_000);
            var segment = new Segment(
                    segments.size(),
                    random.nextInt(Segment.FIRMS),
                    random.nextInt(Segment.PROVIDERS),
                    millis,
                    200 + random.nextInt(2_000),
                    150 + random.nextInt(2_000),
                    random.nextInt(3) > 0);
            segments.add(segment);
            if (segment.held()) {
                messages.add(new Message(Message.Kind.PLACE, segment));
            }
            messages.add(new Message(Message.Kind.USE, segment));
        }
        return messages;
    }

    /// A share of the segments of the provider whose price was wrong, so that the last kill gets the last of them.
    private List<Message> corrections(int killsLeft) {
        var wrong = segments.stream()
                .filter(segment -> segment.provider() == 0 && !corrected.contains(segment))
                .toList();
        var share = wrong.subList(0, Math.ceilDiv(wrong.size(), killsLeft));
        corrected.addAll(share);
        return share.stream()
                .map(segment -> new Message(Message.Kind.CORRECT, segment))
                .toList();
    }

    private void strike() throws Exception {
        int death = random.nextInt(20);
        if (death < 10) {
            killNode();
        } else if (death < 17) {
            count("session");
            await().atMost(ofMinutes(1))
                    .ignoreExceptions()
                    .pollInSameThread()
                    .pollDelay(ofMillis(0))
                    .pollInterval(ofMillis(20))
                    .until(() -> server.killOneSession(random));
        } else {
            count("server");
            server.killAndStartAgain();
        }
    }

    private void killNode() throws IOException {
        count("node");
        var ready = readyNodes();
        var victim = ready.get(random.nextInt(ready.size()));
        inFlight += victim.unanswered();
        victim.kill();
        nodes.set(nodes.indexOf(victim), startNode());
    }

    private void count(String death) {
        kills.merge(death, 1, Integer::sum);
    }

    private NodeProcess startNode() throws IOException {
        return NodeProcess.start(server.server(), folder.resolve("nodes.log"), telling::answered);
    }

    private List<NodeProcess> readyNodes() {
        return await().atMost(ofMinutes(2))
                .pollInSameThread()
                .pollDelay(ofMillis(0))
                .pollInterval(ofMillis(10))
                .until(() -> nodes.stream().filter(NodeProcess::isReady).toList(), ready -> !ready.isEmpty());
    }

    private void tellTheRest() {
        await().atMost(ofMinutes(5)).pollInSameThread().pollDelay(ofMillis(0)).until(() -> {
            telling.tellSome(readyNodes());
            telling.awaitAnswers(4 * SEGMENTS_PER_KILL, ofMillis(1_500)); // nobody dies any more: no hurry
            return telling.isEverythingDone();
        });
    }

    private boolean isAllBookedAndSealed() {
        boolean isDrained = read(database -> database.fetchCount(LEDGER_METER_OUTBOX) == 0);
        var report = audit();
        return isDrained && report.sealed() == report.transfers();
    }

    private void assertBooks() {
        var expected = Expected.of(segments, corrected, QUOTA);
        var report = audit();
        assertSound(report);
        assertThat(report.transfers())
                .as("no transfer is missing or there twice")
                .isEqualTo(expected.transfers());
        int refused = read(database -> database.fetchCount(LEDGER_METER_REFUSAL));
        assertThat(refused).isZero();
        int placed = read(database -> database.fetchCount(table("proof_job")));
        assertThat(placed).as("jobs that were placed with their holds").isEqualTo((int)
                segments.stream().filter(Segment::held).count());
        for (var account : expected.posted().entrySet()) {
            List<Long> balance = read(database -> balance(database, account.getKey()));
            assertThat(balance).as(account.getKey().value()).containsExactly(account.getValue(), 0L, 0L);
        }
    }

    /// Posted balance and both held columns.
    private static List<Long> balance(DSLContext database, AccountCode code) {
        return database.selectFrom(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.ID.eq(code.id().value()))
                .fetchSingle(row -> List.of(
                        row.getCreditsPosted() - row.getDebitsPosted(),
                        row.getDebitsPending(),
                        row.getCreditsPending()));
    }

    private static void assertSound(AuditReport report) {
        assertThat(report.findings()).isEmpty();
    }

    private AuditReport audit() {
        return read(LedgerDatabase::audit);
    }

    /// On one snapshot, as soon as the server is there.
    private <T> T read(Function<DSLContext, T> reader) {
        return await().atMost(ofMinutes(2))
                .ignoreExceptions()
                .pollInSameThread()
                .pollDelay(ofMillis(0))
                .until(() -> readOnce(reader), _ -> true);
    }

    private <T> T readOnce(Function<DSLContext, T> reader) throws Exception {
        try (var connection = server.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return reader.apply(LedgerDatabase.over(connection));
        }
    }
}
