// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import io.atrium.appeal.ClockKind;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.PausedTime;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One running time limit (时限): since when, until when, on what basis, and how far its escalation has come.
///
/// ```
/// RUNNING ──comes near──> REMINDED ──passes──> ESCALATED ──stays so──> CIRCULATED
/// ```
/// @param round counts anew starts of the same kind, from 1
/// @param basis key of its source in the rule book
/// @param stageAt when the next stage is reached unless it is ended before; null after the last
public record Clock(
        ClockKind kind,
        int round,
        Deadline limit,
        String basis,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        PausedTime paused,
        @Nullable Instant endedAt,
        boolean isMet,
        Stage stage,
        @Nullable Instant stageAt) {

    /// How far the escalation of a limit has come (催办督办阶段).
    public enum Stage {
        RUNNING,
        REMINDED,
        ESCALATED,
        CIRCULATED
    }

    /// Longer limits are reminded of on the working day before, shorter ones at half of their time.
    private static final Duration LONG = Duration.ofDays(2);

    public static Clock start(ClockKind kind, int round, RuleBook.Limit limit, Instant now, WorkingCalendar calendar) {
        var deadline = limit.deadline();
        var due = deadline.dueAfter(now, calendar);
        return new Clock(
                kind,
                round,
                deadline,
                limit.source(),
                now,
                due,
                null,
                PausedTime.NONE,
                null,
                false,
                Stage.RUNNING,
                remindAt(now, due, calendar));
    }

    public boolean isRunning() {
        return endedAt == null && pausedAt == null;
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /// Done now: in time or not.
    public Clock end(Instant now) {
        return with(dueAt, pausedAt, paused, now, !now.isAfter(dueAt), stage, null);
    }

    /// Stands still: the firm is asked.
    public Clock pause(Instant now) {
        return isRunning() ? with(dueAt, now, paused, null, false, stage, stageAt) : this;
    }

    /// Goes on; what was paused is added in the unit of the limit, to an end that was moved as to any other.
    public Clock resume(Instant now, WorkingCalendar calendar) {
        var since = pausedAt;
        if (since == null || endedAt != null) {
            return this;
        }
        var pause = limit.paused(since, now, calendar);
        var all = paused.plus(pause);
        boolean isMoved = !dueAt.equals(limit.dueAfter(startedAt, paused, calendar));
        var due = isMoved ? limit.postponed(dueAt, pause, calendar) : limit.dueAfter(startedAt, all, calendar);
        return stage == Stage.RUNNING
                ? with(due, null, all, null, false, stage, remindAt(startedAt, due, calendar))
                : with(due, null, all, null, false, stage, stageAt);
    }

    /// A later end; the firm and the unit are reminded again.
    public Clock extendTo(Instant due, WorkingCalendar calendar) {
        return with(due, pausedAt, paused, null, false, Stage.RUNNING, remindAt(startedAt, due, calendar));
    }

    /// The next stage, if its moment has come.
    public Optional<Clock> advance(Instant now, RuleBook.Limit circulateAfter, WorkingCalendar calendar) {
        var at = stageAt;
        if (at == null || !isRunning() || now.isBefore(at)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (stage) {
                    case RUNNING -> with(dueAt, null, paused, null, false, Stage.REMINDED, after(dueAt));
                    case REMINDED ->
                        with(
                                dueAt,
                                null,
                                paused,
                                null,
                                false,
                                Stage.ESCALATED,
                                circulateAfter.deadline().dueAfter(dueAt, calendar));
                    case ESCALATED, CIRCULATED -> with(dueAt, null, paused, null, false, Stage.CIRCULATED, null);
                });
    }

    private Clock with(
            Instant due,
            @Nullable Instant pausedSince,
            PausedTime pausedTime,
            @Nullable Instant ended,
            boolean met,
            Stage next,
            @Nullable Instant nextAt) {
        return new Clock(kind, round, limit, basis, startedAt, due, pausedSince, pausedTime, ended, met, next, nextAt);
    }

    /// The due moment itself is still in time.
    private static Instant after(Instant due) {
        return due.plusMillis(1);
    }

    private static Instant remindAt(Instant start, Instant due, WorkingCalendar calendar) {
        var half = start.plus(Duration.between(start, due).dividedBy(2));
        if (Duration.between(start, due).compareTo(LONG) < 0) {
            return half;
        }
        var dayBefore = dayBefore(due, calendar);
        return dayBefore.isAfter(half) ? dayBefore : half;
    }

    /// The opening of the offices on the last working day before the day of the end.
    private static Instant dayBefore(Instant due, WorkingCalendar calendar) {
        var day = calendar.dayOf(due).minusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return calendar.closing(day).minus(calendar.hours().perDay());
    }
}
