// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.HealthItem.Level;
import io.atrium.admin.store.WorkStore;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
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
    private static final String ENGINE = "compute-loop";
    private static final long MIB = 1_024L * 1_024;

    private final WorkStore store;
    private final ChainCheck chain;
    private final AtriumSettings settings;
    private final InstantSource clock;

    HealthReport(WorkStore store, ChainCheck chain, AtriumSettings settings, InstantSource clock) {
        this.store = store;
        this.chain = chain;
        this.settings = settings;
        this.clock = clock;
    }

    public List<HealthItem> items(Actor actor) {
        actor.require(Permission.RUN_SYSTEM);
        var tasks = store.tasks(clock.instant());
        return List.of(database(), disk(), clocks(), scheduler(tasks), engine(tasks), events(), trail());
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
        long failed = count(tasks, WorkState.FAILED);
        long late = count(tasks, WorkState.LATE);
        var level = failed > 0 ? Level.ILL : late > 0 ? Level.WATCH : Level.WELL;
        return HealthItem.of("scheduler", level, tasks.size(), late, failed);
    }

    /// Jobs move only while their loop runs.
    private HealthItem engine(List<TaskView> tasks) {
        var silence = tasks.stream()
                .filter(task -> task.name().equals(ENGINE))
                .map(TaskView::lastSuccess)
                .filter(Objects::nonNull)
                .findFirst()
                .map(last -> Duration.between(last, clock.instant()))
                .orElse(Duration.between(Instant.EPOCH, clock.instant()));
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

    private static long count(List<TaskView> tasks, WorkState state) {
        return tasks.stream().filter(task -> task.state() == state).count();
    }
}
