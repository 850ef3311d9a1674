// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_HELPER;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.HelperView;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Units that help the lead, each with a date of its own.
@Component
public class HelpStore {

    private final DSLContext database;

    HelpStore(DSLContext database) {
        this.database = database;
    }

    /// False if the unit was asked before.
    public boolean askHelp(AppealId appeal, HelperView helper, Instant now) {
        return database.insertInto(APPEAL_HELPER)
                        .set(APPEAL_HELPER.APPEAL_ID, appeal.value())
                        .set(APPEAL_HELPER.UNIT_ID, helper.unit().value())
                        .set(APPEAL_HELPER.TASK, helper.task())
                        .set(APPEAL_HELPER.ASKED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(APPEAL_HELPER.DUE_AT, helper.dueAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// False if the unit was not asked, or has answered.
    public boolean help(AppealId appeal, OrgId unit, String words, Instant now) {
        return database.update(APPEAL_HELPER)
                        .set(APPEAL_HELPER.DONE_AT, now.atOffset(ZoneOffset.UTC))
                        .set(APPEAL_HELPER.ANSWER, words)
                        .where(
                                APPEAL_HELPER.APPEAL_ID.eq(appeal.value()),
                                APPEAL_HELPER.UNIT_ID.eq(unit.value()),
                                APPEAL_HELPER.DONE_AT.isNull())
                        .execute()
                == 1;
    }

    /// Of an appeal that was found, those due first on top.
    public List<HelperView> of(AppealId appeal) {
        return database.selectFrom(APPEAL_HELPER)
                .where(APPEAL_HELPER.APPEAL_ID.eq(appeal.value()))
                .orderBy(APPEAL_HELPER.DUE_AT, APPEAL_HELPER.UNIT_ID)
                .fetch(row -> new HelperView(
                        new OrgId(row.getUnitId()),
                        row.getTask(),
                        row.getDueAt().toInstant(),
                        row.getDoneAt() == null ? null : row.getDoneAt().toInstant(),
                        row.getAnswer()));
    }

    /// A helper whose date comes near, or went by.
    public record Reached(AppealId appeal, OrgId unit, Instant dueAt) {}

    /// When a unit's help with some appeals is due; without those with which it does not, or no longer, help.
    public Map<AppealId, Instant> dues(OrgId unit, Collection<AppealId> appeals) {
        return database.select(APPEAL_HELPER.APPEAL_ID, APPEAL_HELPER.DUE_AT)
                .from(APPEAL_HELPER)
                .where(
                        APPEAL_HELPER.UNIT_ID.eq(unit.value()),
                        APPEAL_HELPER.DONE_AT.isNull(),
                        APPEAL_HELPER.APPEAL_ID.in(
                                appeals.stream().map(AppealId::value).toList()))
                .fetchMap(row -> new AppealId(row.value1()), row -> row.value2().toInstant());
    }

    /// How far a helper's date has come.
    public enum Stage {
        NEAR,
        PASSED
    }

    /// Open appeals with a helper whose date lies from one moment until another and of which nobody was told.
    public List<AppealId> reached(Stage stage, Instant from, Instant until, int max) {
        return database
                .select(APPEAL_HELPER.APPEAL_ID)
                .from(APPEAL_HELPER)
                .join(APPEAL)
                .on(APPEAL.ID.eq(APPEAL_HELPER.APPEAL_ID))
                .where(isReached(stage, from, until), isAtWork())
                .orderBy(APPEAL_HELPER.DUE_AT)
                .limit(max)
                .fetch(row -> new AppealId(row.value1()))
                .stream()
                .distinct()
                .toList();
    }

    /// Marks those of some locked appeals as told, once for each date.
    public List<Reached> take(Stage stage, Instant from, Instant until, Collection<AppealId> locked) {
        return database.update(APPEAL_HELPER)
                .set(mark(stage), APPEAL_HELPER.DUE_AT)
                .from(APPEAL)
                .where(
                        APPEAL.ID.eq(APPEAL_HELPER.APPEAL_ID),
                        APPEAL_HELPER.APPEAL_ID.in(
                                locked.stream().map(AppealId::value).toList()),
                        isReached(stage, from, until),
                        isAtWork())
                .returning(APPEAL_HELPER.APPEAL_ID, APPEAL_HELPER.UNIT_ID, APPEAL_HELPER.DUE_AT)
                .fetch(row -> new Reached(
                        new AppealId(row.getAppealId()),
                        new OrgId(row.getUnitId()),
                        row.getDueAt().toInstant()));
    }

    private static Field<OffsetDateTime> mark(Stage stage) {
        return stage == Stage.NEAR ? APPEAL_HELPER.REMINDED_FOR : APPEAL_HELPER.MISSED_FOR;
    }

    private static Condition isReached(Stage stage, Instant from, Instant until) {
        return DSL.and(
                APPEAL_HELPER.DONE_AT.isNull(),
                APPEAL_HELPER.DUE_AT.ge(utc(from)),
                APPEAL_HELPER.DUE_AT.lt(utc(until)),
                mark(stage).isDistinctFrom(APPEAL_HELPER.DUE_AT));
    }

    /// Nobody waits for help with what is answered or over.
    private static Condition isAtWork() {
        return APPEAL.STATE.notIn(AppealState.ANSWERED.name(), AppealState.CLOSED.name(), AppealState.WITHDRAWN.name());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
