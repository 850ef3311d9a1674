// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL_CLOCK;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.Clock.Stage;
import io.atrium.jooq.tables.records.AppealClockRecord;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.PausedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The clocks of appeals.
@Component
public class ClockStore {

    private final DSLContext database;

    ClockStore(DSLContext database) {
        this.database = database;
    }

    /// In the order in which they were started.
    public List<Clock> of(AppealId appeal) {
        return database.selectFrom(APPEAL_CLOCK)
                .where(APPEAL_CLOCK.APPEAL_ID.eq(appeal.value()))
                .orderBy(APPEAL_CLOCK.STARTED_AT, APPEAL_CLOCK.KIND, APPEAL_CLOCK.ROUND)
                .fetch(ClockStore::clock);
    }

    /// Those of several appeals, by their ids.
    public Map<String, List<Clock>> of(Collection<String> appeals) {
        return database.selectFrom(APPEAL_CLOCK)
                .where(APPEAL_CLOCK.APPEAL_ID.in(appeals))
                .orderBy(APPEAL_CLOCK.STARTED_AT, APPEAL_CLOCK.KIND, APPEAL_CLOCK.ROUND)
                .fetchGroups(APPEAL_CLOCK.APPEAL_ID, ClockStore::clock);
    }

    /// Appeals with a clock whose next stage is reached, but for some, those that wait longest first.
    public List<AppealId> reached(Instant now, int limit, Collection<AppealId> butFor) {
        return database
                .select(APPEAL_CLOCK.APPEAL_ID)
                .from(APPEAL_CLOCK)
                .where(
                        APPEAL_CLOCK.ENDED_AT.isNull(),
                        APPEAL_CLOCK.PAUSED_AT.isNull(),
                        APPEAL_CLOCK.STAGE_AT.le(now.atOffset(ZoneOffset.UTC)),
                        APPEAL_CLOCK.APPEAL_ID.notIn(
                                butFor.stream().map(AppealId::value).toList()))
                .orderBy(APPEAL_CLOCK.STAGE_AT)
                .limit(limit)
                .fetch(row -> new AppealId(row.value1()))
                .stream()
                .distinct()
                .toList();
    }

    /// The clocks of some cases that were touched.
    void save(Collection<CaseFile> files) {
        var touched = files.stream()
                .flatMap(file -> file.touchedClocks().stream().map(clock -> record(file.id(), clock)))
                .toList();
        if (!touched.isEmpty()) {
            database.insertInto(APPEAL_CLOCK)
                    .columns(APPEAL_CLOCK.fields())
                    .valuesOfRecords(touched)
                    .onConflict(APPEAL_CLOCK.APPEAL_ID, APPEAL_CLOCK.KIND, APPEAL_CLOCK.ROUND)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    private static AppealClockRecord record(AppealId appeal, Clock clock) {
        var row = new AppealClockRecord();
        row.setAppealId(appeal.value());
        row.setKind(clock.kind().name());
        row.setRound(clock.round());
        row.setAmount(clock.limit().amount());
        row.setUnit(clock.limit().unit().name());
        row.setBasis(clock.basis());
        row.setStartedAt(utc(clock.startedAt()));
        row.setDueAt(utc(clock.dueAt()));
        row.setPausedAt(utcOrNull(clock.pausedAt()));
        row.setPausedDays(clock.paused().days());
        row.setPausedMs(clock.paused().time().toMillis());
        row.setEndedAt(utcOrNull(clock.endedAt()));
        row.setIsMet(clock.endedAt() == null ? null : clock.isMet());
        row.setStage(clock.stage().name());
        row.setStageAt(utcOrNull(clock.stageAt()));
        return row;
    }

    static Clock clock(AppealClockRecord row) {
        return new Clock(
                ClockKind.valueOf(row.getKind()),
                row.getRound(),
                new Deadline(row.getAmount(), DeadlineUnit.valueOf(row.getUnit())),
                row.getBasis(),
                row.getStartedAt().toInstant(),
                row.getDueAt().toInstant(),
                instant(row.getPausedAt()),
                new PausedTime(row.getPausedDays(), Duration.ofMillis(row.getPausedMs())),
                instant(row.getEndedAt()),
                Boolean.TRUE.equals(row.getIsMet()),
                Stage.valueOf(row.getStage()),
                instant(row.getStageAt()));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
