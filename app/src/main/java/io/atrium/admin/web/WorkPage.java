// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.DeliveryView;
import io.atrium.admin.TaskView;
import io.atrium.admin.WorkState;
import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What `/background-work` shows.
///
/// @param summary how many failed, in one sentence
public record WorkPage(
        String summary, Tone tone, Table tasks, List<Task> taskRows, Table deliveries, List<Delivery> deliveryRows) {

    /// @param canRetry not while it runs
    public record Task(
            String name,
            String title,
            String instance,
            Tag state,
            @Nullable Instant nextRun,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String reason,
            boolean canRetry,
            RequestKey key) {}

    public record Delivery(
            String id,
            String event,
            String listener,
            Tag state,
            Instant since,
            int attempts,
            @Nullable String reason,
            boolean canRetry,
            RequestKey key) {}

    static WorkPage of(
            List<TaskView> tasks,
            List<DeliveryView> deliveries,
            Table deliveryTable,
            Supplier<RequestKey> keys,
            Text t) {
        long failed =
                tasks.stream().filter(task -> task.state() == WorkState.FAILED).count()
                        + deliveries.stream()
                                .filter(delivery -> delivery.state() == WorkState.FAILED)
                                .count();
        var taskTable = Table.of(
                "admin.work.tasks",
                Empty.nothingYet("admin.work.tasks.none"),
                tasks.size(),
                Column.text("admin.work.task"),
                Column.text("admin.work.state"),
                Column.text("admin.work.next"),
                Column.text("admin.work.last"),
                Column.text("admin.work.action"));
        return new WorkPage(
                t.of("admin.work.summary", failed),
                failed == 0 ? Tone.GOOD : Tone.BAD,
                taskTable,
                tasks.stream().map(task -> row(task, keys.get(), t)).toList(),
                deliveryTable,
                deliveries.stream().map(delivery -> row(delivery, keys.get())).toList());
    }

    private static Task row(TaskView task, RequestKey key, Text t) {
        var words = "admin.work.task." + task.name();
        return new Task(
                task.name(),
                t.has(words) ? t.of(words) : task.name(),
                task.instance(),
                tag(task.state()),
                task.nextRun(),
                task.lastSuccess(),
                task.lastFailure(),
                task.reason(),
                task.state() != WorkState.RUNNING,
                key);
    }

    private static Delivery row(DeliveryView delivery, RequestKey key) {
        return new Delivery(
                delivery.id().toString(),
                delivery.event(),
                delivery.listener(),
                tag(delivery.state()),
                delivery.since(),
                delivery.attempts(),
                delivery.reason(),
                delivery.state() == WorkState.FAILED || delivery.state() == WorkState.LATE,
                key);
    }

    private static Tag tag(WorkState state) {
        var tone = switch (state) {
            case WAITING -> Tone.PLAIN;
            case RUNNING -> Tone.INFO;
            case LATE -> Tone.WAIT;
            case FAILED -> Tone.BAD;
        };
        return Tag.of(tone, "admin.work.state." + state.name());
    }
}
