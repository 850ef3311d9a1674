// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.store;

import static io.atrium.jooq.Tables.EVENT_PUBLICATION;
import static io.atrium.jooq.Tables.SCHEDULED_TASKS;
import static io.atrium.jooq.Tables.WORK_FAILURE;

import io.atrium.admin.DeliveryView;
import io.atrium.admin.TaskView;
import io.atrium.admin.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The scheduler's table and the registry of events, as they are read; and why work failed.
@Component
public class WorkStore {

    /// A task this much over its time, or an event this long on its way, is worth a look.
    private static final Duration LATE_AFTER = Duration.ofMinutes(1);

    private static final int REASON_LENGTH_MAX = 500;
    private static final String TASK = "TASK";
    private static final String EVENT = "EVENT";

    private final DSLContext database;

    WorkStore(DSLContext database) {
        this.database = database;
    }

    public List<TaskView> tasks(Instant now) {
        return selectTasks(DSL.noCondition(), now);
    }

    public Optional<TaskView> task(String name, String instance, Instant now) {
        var which = SCHEDULED_TASKS.TASK_NAME.eq(name).and(SCHEDULED_TASKS.TASK_INSTANCE.eq(instance));
        return selectTasks(which, now).stream().findFirst();
    }

    public boolean isRunning(String name, String instance) {
        return database.fetchExists(
                SCHEDULED_TASKS,
                SCHEDULED_TASKS.TASK_NAME.eq(name),
                SCHEDULED_TASKS.TASK_INSTANCE.eq(instance),
                SCHEDULED_TASKS.PICKED.isTrue());
    }

    public List<DeliveryView> deliveries(Instant now, long offset, int limit) {
        return selectDeliveries(DSL.noCondition(), now, offset, limit);
    }

    public Optional<DeliveryView> delivery(UUID id, Instant now) {
        return selectDeliveries(EVENT_PUBLICATION.ID.eq(id), now, 0, 1).stream().findFirst();
    }

    public int countDeliveries() {
        return database.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.COMPLETION_DATE.isNull());
    }

    public int countFailedDeliveries() {
        return database.fetchCount(
                EVENT_PUBLICATION, EVENT_PUBLICATION.COMPLETION_DATE.isNull(), EVENT_PUBLICATION.STATUS.eq("FAILED"));
    }

    public long databaseBytes() {
        return Objects.requireNonNull(database.fetchSingle("select pg_database_size(current_database())")
                .get(0, Long.class));
    }

    public Instant databaseTime() {
        return Objects.requireNonNull(
                        database.fetchSingle("select clock_timestamp()").get(0, OffsetDateTime.class))
                .toInstant();
    }

    /// Writes down why a task failed, in place of what was there.
    public void taskFailed(String name, Instant at, Throwable cause) {
        failed(TASK, name, at, cause);
    }

    /// Writes down why a listener failed, in place of what was there.
    public void listenerFailed(String listener, Instant at, Throwable cause) {
        failed(EVENT, listener, at, cause);
    }

    private void failed(String kind, String name, Instant at, Throwable cause) {
        var reason = reason(cause);
        database.insertInto(WORK_FAILURE)
                .values(kind, name, at.atOffset(ZoneOffset.UTC), reason)
                .onConflict(WORK_FAILURE.KIND, WORK_FAILURE.NAME)
                .doUpdate()
                .set(WORK_FAILURE.AT, at.atOffset(ZoneOffset.UTC))
                .set(WORK_FAILURE.REASON, reason)
                .execute();
    }

    private List<TaskView> selectTasks(Condition which, Instant now) {
        return database.select(SCHEDULED_TASKS.fields())
                .select(WORK_FAILURE.REASON)
                .from(SCHEDULED_TASKS)
                .leftJoin(WORK_FAILURE)
                .on(WORK_FAILURE.KIND.eq(TASK), WORK_FAILURE.NAME.eq(SCHEDULED_TASKS.TASK_NAME))
                .where(which)
                .orderBy(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                .fetch(row -> task(row, now));
    }

    private static TaskView task(Record row, Instant now) {
        var failures = Objects.requireNonNullElse(row.get(SCHEDULED_TASKS.CONSECUTIVE_FAILURES), 0);
        var next = moment(row.get(SCHEDULED_TASKS.EXECUTION_TIME));
        return new TaskView(
                row.get(SCHEDULED_TASKS.TASK_NAME),
                row.get(SCHEDULED_TASKS.TASK_INSTANCE),
                state(row.get(SCHEDULED_TASKS.PICKED), failures, next, now),
                next,
                moment(row.get(SCHEDULED_TASKS.LAST_SUCCESS)),
                moment(row.get(SCHEDULED_TASKS.LAST_FAILURE)),
                failures,
                failures == 0 ? null : row.get(WORK_FAILURE.REASON));
    }

    private static WorkState state(boolean isPicked, int failures, @Nullable Instant next, Instant now) {
        if (isPicked) {
            return WorkState.RUNNING;
        }
        if (failures > 0) {
            return WorkState.FAILED;
        }
        return next != null && next.plus(LATE_AFTER).isBefore(now) ? WorkState.LATE : WorkState.WAITING;
    }

    private List<DeliveryView> selectDeliveries(Condition which, Instant now, long offset, int limit) {
        var listener = DSL.regexpReplaceFirst(EVENT_PUBLICATION.LISTENER_ID, DSL.inline("\\(.*"), DSL.inline(""));
        return database.select(EVENT_PUBLICATION.fields())
                .select(WORK_FAILURE.REASON)
                .from(EVENT_PUBLICATION)
                .leftJoin(WORK_FAILURE)
                .on(WORK_FAILURE.KIND.eq(EVENT), WORK_FAILURE.NAME.eq(listener))
                .where(EVENT_PUBLICATION.COMPLETION_DATE.isNull(), which)
                .orderBy(EVENT_PUBLICATION.PUBLICATION_DATE, EVENT_PUBLICATION.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> delivery(row, now));
    }

    private static DeliveryView delivery(Record row, Instant now) {
        var since = Objects.requireNonNull(moment(row.get(EVENT_PUBLICATION.PUBLICATION_DATE)));
        var state = state(row.get(EVENT_PUBLICATION.STATUS), since, now);
        return new DeliveryView(
                row.get(EVENT_PUBLICATION.ID),
                simple(row.get(EVENT_PUBLICATION.EVENT_TYPE)),
                listener(row.get(EVENT_PUBLICATION.LISTENER_ID)),
                state,
                since,
                Objects.requireNonNullElse(row.get(EVENT_PUBLICATION.COMPLETION_ATTEMPTS), 0),
                state == WorkState.FAILED ? row.get(WORK_FAILURE.REASON) : null);
    }

    private static WorkState state(@Nullable String status, Instant since, Instant now) {
        return switch (Objects.requireNonNullElse(status, "")) {
            case "FAILED" -> WorkState.FAILED;
            case "PROCESSING" -> WorkState.RUNNING;
            default -> since.plus(LATE_AFTER).isBefore(now) ? WorkState.LATE : WorkState.WAITING;
        };
    }

    /// `io.atrium.voucher.job.VoucherNotices.tell(…)` is told as `voucher.job.VoucherNotices.tell`.
    private static String listener(String id) {
        return id.replaceFirst("\\(.*", "").replaceFirst("^io\\.atrium\\.", "");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /// The innermost cause says most; its type tells what its message may leave out.
    private static String reason(Throwable cause) {
        var root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var message = Objects.requireNonNullElse(root.getMessage(), "");
        var told = root.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        return told.length() <= REASON_LENGTH_MAX ? told : told.substring(0, REASON_LENGTH_MAX);
    }
}
