// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import static io.atrium.jooq.Tables.APP_NODE;
import static io.atrium.jooq.Tables.LEADER;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.ledger.store.LedgerDatabase;
import io.atrium.postgres.EmbeddedPostgres;
import io.atrium.postgres.TemporaryPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three processes that are nodes and nothing else; the leader is killed with `kill -9` and started again.
class FailoverTest {

    private static final Duration FAILOVER_MAX = ofSeconds(10);
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    private final Map<String, Process> nodes = new HashMap<>();
    private TemporaryPostgres postgres;
    private DSLContext database;

    @BeforeEach
    void start() throws Exception {
        postgres = TemporaryPostgres.start();
        var ledger = LedgerDatabase.durable(postgres.server()); // migrates
        database = LedgerDatabase.over(ledger.connect());
        for (var name : List.of("one", "two", "three")) {
            nodes.put(name, launch(postgres.server(), name));
        }
        await().atMost(ofSeconds(60)).until(() -> database.fetchCount(APP_NODE) == 3 && !leader().isEmpty());
    }

    @AfterEach
    void stop() throws Exception {
        for (var node : nodes.values()) {
            node.destroyForcibly().waitFor();
        }
        postgres.close();
    }

    private Process launch(EmbeddedPostgres server, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareNode.class.getName(),
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        folder.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }

    /// Name of the node whose term stands; empty between two terms.
    private String leader() {
        return database.select(APP_NODE.NAME)
                .from(LEADER)
                .join(APP_NODE)
                .on(APP_NODE.ID.eq(LEADER.NODE_ID))
                .where(LEADER.HELD_UNTIL.gt(DSL.field("clock_timestamp()", OffsetDateTime.class)))
                .fetchOptional(APP_NODE.NAME)
                .orElse("");
    }

    private long token() {
        return database.fetchSingle(LEADER).getToken();
    }

    @Test
    void anotherLeadsWithinSecondsAndTheKilledOneComesBackAsTheSameNode() throws Exception {
        var took = new ArrayList<Long>();
        for (int kill = 0; kill < KILLS; kill++) {
            var victim = await().until(this::leader, name -> !name.isEmpty());
            long token = token();
            long starts = starts(victim);
            long before = System.nanoTime();
            nodes.get(victim).destroyForcibly().waitFor();
            await().atMost(FAILOVER_MAX)
                    .pollInSameThread()
                    .pollDelay(ofMillis(0))
                    .pollInterval(ofMillis(20))
                    .until(() -> !leader().isEmpty() && !leader().equals(victim));
            took.add((System.nanoTime() - before) / 1_000_000);
            assertThat(token()).isGreaterThan(token);
            nodes.put(victim, launch(postgres.server(), victim));
            await().atMost(ofSeconds(60)).until(() -> starts(victim) > starts);
        }
        assertThat(database.fetchCount(APP_NODE)).as("nobody became another node").isEqualTo(3);
        System.out.printf("another node led after %s ms%n", took);
    }

    private long starts(String name) {
        return database.fetchValue(APP_NODE.START_COUNT, APP_NODE.NAME.eq(name));
    }
}
