// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import static io.atrium.jooq.Tables.APP_NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.node.NodeStore.Joining;
import io.atrium.ledger.store.LedgerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeStoreTest {

    private static LedgerDatabase server;
    private static Connection connection;

    private NodeStore store;

    @BeforeAll
    static void start() throws SQLException {
        server = LedgerDatabase.temporary();
        connection = server.connect();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        server.close();
    }

    @BeforeEach
    void forgetAll() {
        LedgerDatabase.over(connection).deleteFrom(APP_NODE).execute();
        store = new NodeStore(LedgerDatabase.over(connection), Duration.ofSeconds(5));
    }

    private static Joining node(String id, String machine) {
        return new Joining("node_00000000000000000000000" + id, "name " + id, machine, Path.of("/data", id), 1);
    }

    private void seen(String interval) {
        LedgerDatabase.over(connection)
                .update(APP_NODE)
                .set(
                        APP_NODE.SEEN_AT,
                        DSL.field("clock_timestamp() - interval '" + interval + "'", OffsetDateTime.class))
                .execute();
    }

    @Test
    void nodesOfOneMachineHaveDifferentSlots() {
        assertThat(store.join(node("a", "m")).slot()).isZero();
        assertThat(store.join(node("b", "m")).slot()).isOne();
        assertThat(store.join(node("c", "other")).slot()).isZero();
        assertThat(store.join(node("a", "m")).slot()).isZero();
    }

    @Test
    void anOlderProcessOfTheSameNodeIsTold() {
        var old = store.join(node("a", "m"));
        var id = node("a", "m").id();
        assertThat(store.isHeard(id, old.start(), "a:1", null)).isTrue();
        var later = store.join(node("a", "m"));
        assertThat(store.isHeard(id, old.start(), "a:1", null)).isFalse();
        assertThat(store.isHeard(id, later.start(), "a:2", null)).isTrue();
        assertThat(store.list())
                .singleElement()
                .extracting(AppNodeView::address)
                .isEqualTo("a:2");
    }

    @Test
    void aNodeIsLiveUntilItIsSilentForTooLongOrLeaves() {
        var joined = store.join(node("a", "m"));
        assertThat(store.list()).extracting(AppNodeView::state).containsExactly(AppNodeView.State.LIVE);
        seen("6 seconds");
        assertThat(store.list()).extracting(AppNodeView::state).containsExactly(AppNodeView.State.SILENT);
        store.leave(node("a", "m").id(), joined.start());
        assertThat(store.list()).extracting(AppNodeView::state).containsExactly(AppNodeView.State.LEFT);
        store.join(node("a", "m"));
        assertThat(store.list()).extracting(AppNodeView::state).containsExactly(AppNodeView.State.LIVE);
    }

    @Test
    void aNodeThatIsGoneForAWeekIsForgottenWithItsSlot() {
        store.join(node("a", "m"));
        seen("8 days");
        assertThat(store.join(node("b", "m")).slot()).isZero();
        assertThat(store.list()).hasSize(1);
    }
}
