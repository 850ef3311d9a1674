// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.HealthItem.Level;
import io.atrium.admin.store.WorkStore;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.node.AppNodeView;
import io.atrium.kernel.node.AppNodeView.State;
import io.atrium.kernel.node.AppNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// How the installation is (运行状况): each part in words, measured when it is asked.
@Component
public class HealthReport {

    private static final Duration SLOW_ANSWER = Duration.ofMillis(200);
    private static final Duration CLOCK_DRIFT_MAX = Duration.ofSeconds(5);
    private static final Duration ENGINE_SILENT_MAX = Duration.ofMinutes(1);
    private static final int DISK_FREE_PERCENT_LOW = 15;
    private static final int DISK_FREE_PERCENT_MIN = 5;
    private static final int BACKLOG_HIGH = 1_000;
    private static final long MIB = 1_024L * 1_024;

    private final WorkStore store;
    private final ChainCheck chain;
    private final AppNodes nodes;
    private final AtriumSettings settings;
    private final InstantSource clock;

    HealthReport(WorkStore store, ChainCheck chain, AppNodes nodes, AtriumSettings settings, InstantSource clock) {
        this.store = store;
        this.chain = chain;
        this.nodes = nodes;
        this.settings = settings;
        this.clock = clock;
    }

    public List<HealthItem> items(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        var tasks = store.tasks(clock.instant());
        var known = nodes.list();
        return List.of(database(), disk(), clocks(), nodes(known), engine(known), scheduler(tasks), events(), trail());
    }

    /// The nodes of the installation, the leader first.
    public List<AppNodeView> nodes(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        return nodes.list();
    }

    private HealthItem database() {
        long start = System.nanoTime();
        long bytes = store.databaseBytes();
        var answer = Duration.ofNanos(System.nanoTime() - start);
        var level = answer.compareTo(SLOW_ANSWER) > 0 ? Level.WATCH : Level.WELL;
        return HealthItem.of("database", level, answer, bytes / MIB);
    }

    private HealthItem disk() {
        try {
            var disk = Files.getFileStore(settings.data().toAbsolutePath());
            long free = disk.getUsableSpace();
            int percent = (int) (free * 100 / Math.max(1, disk.getTotalSpace()));
            var level = percent < DISK_FREE_PERCENT_MIN
                    ? Level.ILL
                    : percent < DISK_FREE_PERCENT_LOW ? Level.WATCH : Level.WELL;
            return HealthItem.of("disk", level, percent, free / MIB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HealthItem clocks() {
        var drift = Duration.between(clock.instant(), store.databaseTime()).abs();
        return HealthItem.of("clock", drift.compareTo(CLOCK_DRIFT_MAX) > 0 ? Level.ILL : Level.WELL, drift);
    }

    private static HealthItem scheduler(List<TaskView> tasks) {
        long failed = countTasks(tasks, WorkState.FAILED);
        long late = countTasks(tasks, WorkState.LATE);
        var level = failed > 0 ? Level.ILL : late > 0 ? Level.WATCH : Level.WELL;
        return HealthItem.of("scheduler", level, tasks.size(), late, failed);
    }

    /// Without a leader no job is placed; a node that fell silent is back soon, or somebody has to look.
    private static HealthItem nodes(List<AppNodeView> nodes) {
        long live = count(nodes, State.LIVE);
        long silent = count(nodes, State.SILENT);
        var leader = nodes.stream()
                .filter(node -> node.leadsSince() != null)
                .map(AppNodeView::name)
                .findFirst();
        var level = leader.isEmpty() ? Level.ILL : silent > 0 ? Level.WATCH : Level.WELL;
        return HealthItem.of("nodes", level, live, silent, leader.orElse("—"));
    }

    private static long count(List<AppNodeView> nodes, State state) {
        return nodes.stream().filter(node -> node.state() == state).count();
    }

    /// Jobs move only while the loops of the nodes do; the slowest counts.
    private static HealthItem engine(List<AppNodeView> nodes) {
        var silence = nodes.stream()
                .filter(node -> node.state() == State.LIVE)
                .map(node ->
                        Duration.between(Objects.requireNonNullElse(node.workedAt(), node.startedAt()), node.seenAt()))
                .max(Duration::compareTo)
                .filter(longest -> !longest.isNegative())
                .orElse(Duration.ZERO);
        return HealthItem.of("engine", silence.compareTo(ENGINE_SILENT_MAX) > 0 ? Level.ILL : Level.WELL, silence);
    }

    private HealthItem events() {
        int waiting = store.countDeliveries();
        int failed = store.countFailedDeliveries();
        var level = failed > 0 ? Level.ILL : waiting > BACKLOG_HIGH ? Level.WATCH : Level.WELL;
        return HealthItem.of("events", level, waiting, failed);
    }

    private HealthItem trail() {
        var result = chain.result();
        return HealthItem.of(
                "trail", result.firstBroken().isPresent() ? Level.ILL : Level.WELL, result.sealed(), result.at());
    }

    private static long countTasks(List<TaskView> tasks, WorkState state) {
        return tasks.stream().filter(task -> task.state() == state).count();
    }
}
