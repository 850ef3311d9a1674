// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import io.atrium.kernel.Ids;
import io.atrium.kernel.node.AppNodeView.Place;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/// The front door to the nodes (应用节点): this one, and all that are known. As long as it runs it gives a sign of life
/// every second, from a thread and through a connection of its own, and with it keeps or seeks the lead.
///
/// It holds its data folder from its making to its end.
public class AppNodes implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppNodes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Starts before and stops after everything that works for this node.
    private static final int PHASE = Integer.MIN_VALUE / 2;

    private final NodeStore store;
    private final Leadership leadership;
    private final OwnConnection connection;
    private final Ids ids;
    private final Path data;
    private final String name;
    private volatile @Nullable Life life;
    private volatile String address = "";
    private volatile @Nullable Instant workedAt;

    /// From joining to leaving.
    private static final class Life {
        final NodeFolder folder;
        final Place place;
        final long start;
        volatile boolean isSucceeded;

        @Nullable
        Thread thread;

        Life(NodeFolder folder, Place place, long start) {
            this.folder = folder;
            this.place = place;
            this.start = start;
        }
    }

    AppNodes(NodeStore store, Leadership leadership, OwnConnection connection, Ids ids, Path data, String name) {
        this.store = store;
        this.leadership = leadership;
        this.connection = connection;
        this.ids = ids;
        this.data = data;
        this.name = name;
        life = join();
    }

    private Life join() {
        var folder = NodeFolder.open(data, ids);
        try {
            var machine = Machine.boot();
            var joined = store.join(new NodeStore.Joining(
                    folder.id(),
                    name,
                    machine,
                    folder.path(),
                    ProcessHandle.current().pid()));
            return new Life(folder, new Place(machine, folder.path(), joined.slot()), joined.start());
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /// The id of this node.
    public String self() {
        return living().folder.id();
    }

    public Place place() {
        return living().place;
    }

    /// False once a later process of the same node is there, as when a data folder was copied: this one then leaves the
    /// runs to that one.
    public boolean isItself() {
        var now = life;
        return now != null && !now.isSucceeded;
    }

    /// All that are known, the leader first.
    @Transactional(readOnly = true)
    public List<AppNodeView> list() {
        return store.list();
    }

    public Optional<AppNodeView> find(String id) {
        return list().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// A round of this node's own work has ended well.
    public void worked(Instant at) {
        workedAt = at;
    }

    @EventListener
    void serves(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            address = name + ":" + event.getWebServer().getPort();
        }
    }

    @Override
    public synchronized void start() {
        var now = life == null ? join() : life;
        life = now;
        now.thread = Thread.ofPlatform().name("sign-of-life").daemon().start(() -> live(now));
    }

    private void live(Life mine) {
        try {
            while (!Thread.interrupted()) {
                beat(mine);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            // it ends
        }
    }

    private void beat(Life mine) {
        try {
            var through = store.over(connection.database());
            boolean isHeard = through.isHeard(mine.folder.id(), mine.start, address, workedAt);
            if (!isHeard && !mine.isSucceeded) {
                LOG.error(
                        "another process has started as this node ({}); was its data folder copied?", mine.folder.id());
            }
            mine.isSucceeded = !isHeard;
            if (isHeard) {
                campaign(mine, through);
            } else {
                leadership.resign();
            }
        } catch (SQLException | DataAccessException failure) {
            LOG.warn("no sign of life could be given: {}", failure.getMessage());
            connection.close();
        }
    }

    private void campaign(Life mine, NodeStore through) {
        var before = leadership.last();
        leadership.campaign(through, mine.folder.id());
        var now = leadership.last();
        if (!now.equals(before)) {
            LOG.info(
                    "{}",
                    now.map(term -> "this node leads, term " + term.token()).orElse("this node leads no more"));
        }
    }

    @Override
    public synchronized void stop() {
        var now = life;
        if (now == null) {
            return;
        }
        var thread = now.thread;
        if (thread != null) {
            thread.interrupt();
            join(thread);
        }
        leadership.resign();
        try {
            store.over(connection.database()).leave(now.folder.id(), now.start);
        } catch (SQLException | DataAccessException failure) {
            LOG.warn("this node could not say that it leaves: {}", failure.getMessage());
        }
        connection.close();
        now.folder.close();
        life = null;
    }

    private static void join(Thread thread) {
        try {
            thread.join(PAUSE.multipliedBy(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public boolean isRunning() {
        var now = life;
        return now != null && now.thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private Life living() {
        var now = life;
        if (now == null) {
            throw new IllegalStateException("this node has left");
        }
        return now;
    }
}
