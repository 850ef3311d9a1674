// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import static io.atrium.jooq.Tables.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atrium.ledger.store.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two nodes, each with a connection of its own, on one real PostgreSQL.
class LeadershipTest {

    private static final Duration LASTS = Duration.ofMinutes(1);
    private static LedgerDatabase server;

    private Connection first;
    private Connection second;
    private Leadership one;
    private Leadership two;

    @BeforeAll
    static void start() {
        server = LedgerDatabase.temporary();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        first = server.connect();
        second = server.connect();
        expire();
        one = new Leadership(store(first), LASTS);
        two = new Leadership(store(second), LASTS);
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
    }

    private static NodeStore store(Connection connection) {
        return new NodeStore(LedgerDatabase.over(connection), LASTS);
    }

    private void campaign(Leadership who, Connection through, String name) {
        who.campaign(store(through), name);
    }

    /// As if the leader had not been heard of for its whole term.
    private void expire() throws SQLException {
        try (var third = server.connect()) {
            database(third)
                    .update(LEADER)
                    .set(LEADER.HELD_UNTIL, DSL.field("clock_timestamp() - interval '1 second'", OffsetDateTime.class))
                    .execute();
        }
    }

    private static DSLContext database(Connection connection) {
        return LedgerDatabase.over(connection);
    }

    @Test
    void oneLeadsAndGoesOnWithTheSameTerm() {
        campaign(one, first, "one");
        campaign(two, second, "two");
        var term = one.term().orElseThrow();
        assertThat(two.term()).isEmpty();
        campaign(one, first, "one");
        assertThat(one.term()).contains(term);
    }

    @Test
    void aSuccessorHasALargerToken() throws SQLException {
        campaign(one, first, "one");
        expire();
        campaign(two, second, "two");
        assertThat(two.term().orElseThrow().token())
                .isGreaterThan(one.term().orElseThrow().token());
        campaign(one, first, "one");
        assertThat(one.term()).isEmpty();
    }

    @Test
    void whatAHeldUpLeaderWritesAfterItWasSucceededIsRefused() throws SQLException {
        campaign(one, first, "one");
        var old = one.term().orElseThrow();
        expire();
        campaign(two, second, "two");
        assertThat(one.term()).as("it does not know yet").contains(old);
        assertThatThrownBy(() -> one.fence(old)).isInstanceOf(LeadLost.class);
        two.fence(two.term().orElseThrow());
    }

    @Test
    void nobodyGetsTheLeadBetweenTheFenceAndTheEndOfTheTransaction() throws SQLException {
        campaign(one, first, "one");
        first.setAutoCommit(false);
        one.fence(one.term().orElseThrow());
        expireUnlessFenced();
        database(second).execute("set lock_timeout = '200ms'");
        assertThat(catchThrowable(() -> campaign(two, second, "two"))).isNull();
        assertThat(two.term())
                .as("the term was not over, nor could it be taken")
                .isEmpty();
        first.commit();
        expire();
        campaign(two, second, "two");
        assertThat(two.term()).isPresent();
    }

    /// The fence keeps every change of the lead away, this one too.
    private void expireUnlessFenced() throws SQLException {
        try (var third = server.connect()) {
            database(third).execute("set lock_timeout = '200ms'");
            var refused = catchThrowable(() -> database(third)
                    .update(LEADER)
                    .set(LEADER.HELD_UNTIL, DSL.field("clock_timestamp()", OffsetDateTime.class))
                    .execute());
            assertThat(refused).hasMessageContaining("lock timeout");
        }
    }

    @Test
    void anOrderlyEndFreesTheLeadAtOnce() {
        campaign(one, first, "one");
        one.resign();
        store(first).leave("one", 1);
        campaign(two, second, "two");
        assertThat(two.term()).isPresent();
        assertThat(one.isHere()).isFalse();
    }

    @Test
    void aTermThatRanOutGoesOnIfNobodyTookIt() throws SQLException {
        campaign(one, first, "one");
        var term = one.term().orElseThrow();
        expire();
        campaign(one, first, "one");
        assertThat(one.term()).contains(term);
    }
}
