// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_CLOCK;
import static io.atrium.jooq.Tables.APPEAL_ROUND_CONCLUSION;

import io.atrium.appeal.AppealState;
import io.atrium.appeal.domain.Clock.Stage;
import io.atrium.appeal.pattern.RoundLine.Conclusion;
import io.atrium.appeal.pattern.RoundLine.Done;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The cases of a round, counted, beside what was concluded.
@Component
class RoundStore {

    /// Units times categories; more than there are.
    private static final int GROUPS_MAX = 500;

    private static final int RATING_LOW_MAX = 2;
    private static final Condition DISSATISFIED = APPEAL.RATING.le(RATING_LOW_MAX);
    private static final Condition UNSOLVED = APPEAL.RESOLVED.isFalse();
    private static final Condition REDONE = APPEAL.REDONE.isTrue();
    private static final Condition CIRCULATED = DSL.exists(DSL.selectOne()
            .from(APPEAL_CLOCK)
            .where(APPEAL_CLOCK.APPEAL_ID.eq(APPEAL.ID), APPEAL_CLOCK.STAGE.eq(Stage.CIRCULATED.name())));

    private final DSLContext database;

    RoundStore(DSLContext database) {
        this.database = database;
    }

    /// A conclusion and what it is about.
    record Open(RoundGroup group, Conclusion conclusion) {}

    /// Most cases first. Whoever reads only what is theirs sees the groups of their unit and those it is responsible
    /// for.
    List<RoundLine> lines(Actor actor, YearMonth month) {
        var scope = actor.scope(Permission.READ_APPEAL);
        var counted = lines(month, Scope.condition(scope, APPEAL.UNIT_ID, APPEAL_ROUND_CONCLUSION.RESPONSIBLE_ID));
        var groups = counted.stream().map(RoundLine::group).collect(Collectors.toSet());
        return Stream.concat(
                        counted.stream(),
                        concluded(
                                        month,
                                        Scope.condition(
                                                scope,
                                                APPEAL_ROUND_CONCLUSION.UNIT_ID,
                                                APPEAL_ROUND_CONCLUSION.RESPONSIBLE_ID))
                                .filter(line -> !groups.contains(line.group())))
                .toList();
    }

    /// What was concluded stays, though its cases were withdrawn or went to another unit since.
    private Stream<RoundLine> concluded(YearMonth month, Condition sight) {
        return database
                .selectFrom(APPEAL_ROUND_CONCLUSION)
                .where(APPEAL_ROUND_CONCLUSION.MONTH.eq(month.atDay(1)), sight)
                .orderBy(APPEAL_ROUND_CONCLUSION.UNIT_ID, APPEAL_ROUND_CONCLUSION.CATEGORY)
                .fetch(row -> new RoundLine(
                        new RoundGroup(month, new OrgId(row.getUnitId()), row.getCategory()),
                        0,
                        0,
                        0,
                        0,
                        0,
                        conclusion(row)))
                .stream();
    }

    Optional<RoundLine> find(Actor actor, RoundGroup group) {
        return lines(actor, group.month()).stream()
                .filter(line -> line.group().equals(group))
                .findFirst();
    }

    private List<RoundLine> lines(YearMonth month, Condition sight) {
        var unit = APPEAL.UNIT_ID;
        var conclusion = APPEAL_ROUND_CONCLUSION;
        return database.select(
                        unit,
                        APPEAL.CATEGORY,
                        DSL.count().as("cases"),
                        count(DISSATISFIED, "dissatisfied"),
                        count(UNSOLVED, "unsolved"),
                        count(REDONE, "redone"),
                        count(CIRCULATED, "circulated"),
                        conclusion.CONCLUSION,
                        conclusion.RESPONSIBLE_ID,
                        conclusion.DUE_AT,
                        conclusion.CONCLUDED_BY,
                        conclusion.CONCLUDED_AT,
                        conclusion.DONE,
                        conclusion.DONE_BY,
                        conclusion.DONE_AT)
                .from(APPEAL)
                .leftJoin(conclusion)
                .on(
                        conclusion.MONTH.eq(month.atDay(1)),
                        conclusion.UNIT_ID.eq(unit),
                        conclusion.CATEGORY.eq(APPEAL.CATEGORY))
                .where(inRound(month), sight)
                .groupBy(unit, APPEAL.CATEGORY, conclusion.MONTH, conclusion.UNIT_ID, conclusion.CATEGORY)
                .orderBy(DSL.count().desc(), unit, APPEAL.CATEGORY)
                .limit(GROUPS_MAX)
                .fetch(row -> line(month, row));
    }

    private static Field<Integer> count(Condition which, String name) {
        return DSL.count().filterWhere(which).as(name);
    }

    /// Raised in the month, given to a unit, and ended badly in one way or another.
    private static Condition inRound(YearMonth month) {
        return DSL.and(
                APPEAL.RAISED_AT.ge(start(month.atDay(1))),
                APPEAL.RAISED_AT.lt(start(month.plusMonths(1).atDay(1))),
                APPEAL.STATE.ne(AppealState.WITHDRAWN.name()),
                APPEAL.UNIT_ID.isNotNull(),
                DSL.or(DISSATISFIED, UNSOLVED, REDONE, CIRCULATED));
    }

    List<String> caseIds(RoundGroup group) {
        return database.select(APPEAL.ID)
                .from(APPEAL)
                .where(
                        inRound(group.month()),
                        APPEAL.UNIT_ID.eq(group.unit().value()),
                        APPEAL.CATEGORY.eq(group.category()))
                .orderBy(APPEAL.ID)
                .fetch(APPEAL.ID);
    }

    /// False if there was a conclusion.
    boolean conclude(Actor by, ConcludeGroup command, Instant dueAt, Instant now) {
        var group = command.group();
        return database.insertInto(APPEAL_ROUND_CONCLUSION)
                        .set(APPEAL_ROUND_CONCLUSION.MONTH, group.month().atDay(1))
                        .set(APPEAL_ROUND_CONCLUSION.UNIT_ID, group.unit().value())
                        .set(APPEAL_ROUND_CONCLUSION.CATEGORY, group.category())
                        .set(
                                APPEAL_ROUND_CONCLUSION.CONCLUSION,
                                command.conclusion().strip())
                        .set(
                                APPEAL_ROUND_CONCLUSION.RESPONSIBLE_ID,
                                command.responsible().value())
                        .set(APPEAL_ROUND_CONCLUSION.DUE_AT, utc(dueAt))
                        .set(APPEAL_ROUND_CONCLUSION.CONCLUDED_BY, by.name())
                        .set(APPEAL_ROUND_CONCLUSION.CONCLUDED_AT, utc(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// False if it was done before.
    boolean complete(Actor by, CompleteGroup command, Instant now) {
        return database.update(APPEAL_ROUND_CONCLUSION)
                        .set(APPEAL_ROUND_CONCLUSION.DONE, command.done().strip())
                        .set(APPEAL_ROUND_CONCLUSION.DONE_BY, by.name())
                        .set(APPEAL_ROUND_CONCLUSION.DONE_AT, utc(now))
                        .where(is(command.group()), APPEAL_ROUND_CONCLUSION.DONE_AT.isNull())
                        .execute()
                == 1;
    }

    /// Due before a moment and not reminded of.
    List<Open> toRemind(Instant before) {
        return open(APPEAL_ROUND_CONCLUSION.REMINDED_AT.isNull().and(APPEAL_ROUND_CONCLUSION.DUE_AT.le(utc(before))));
    }

    List<Open> toEscalate(Instant now) {
        return open(APPEAL_ROUND_CONCLUSION.ESCALATED_AT.isNull().and(APPEAL_ROUND_CONCLUSION.DUE_AT.lt(utc(now))));
    }

    private List<Open> open(Condition which) {
        return database.selectFrom(APPEAL_ROUND_CONCLUSION)
                .where(APPEAL_ROUND_CONCLUSION.DONE_AT.isNull(), which)
                .orderBy(APPEAL_ROUND_CONCLUSION.DUE_AT)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Open(
                        new RoundGroup(YearMonth.from(row.getMonth()), new OrgId(row.getUnitId()), row.getCategory()),
                        Objects.requireNonNull(conclusion(row))));
    }

    void reminded(RoundGroup group, Instant now) {
        stamp(group, APPEAL_ROUND_CONCLUSION.REMINDED_AT, now);
    }

    void escalated(RoundGroup group, Instant now) {
        stamp(group, APPEAL_ROUND_CONCLUSION.ESCALATED_AT, now);
    }

    private void stamp(RoundGroup group, Field<OffsetDateTime> what, Instant now) {
        database.update(APPEAL_ROUND_CONCLUSION)
                .set(what, utc(now))
                .where(is(group))
                .execute();
    }

    private static Condition is(RoundGroup group) {
        return DSL.and(
                APPEAL_ROUND_CONCLUSION.MONTH.eq(group.month().atDay(1)),
                APPEAL_ROUND_CONCLUSION.UNIT_ID.eq(group.unit().value()),
                APPEAL_ROUND_CONCLUSION.CATEGORY.eq(group.category()));
    }

    private static RoundLine line(YearMonth month, Record row) {
        return new RoundLine(
                new RoundGroup(month, new OrgId(row.get(APPEAL.UNIT_ID)), row.get(APPEAL.CATEGORY)),
                number(row, "cases"),
                number(row, "dissatisfied"),
                number(row, "unsolved"),
                number(row, "redone"),
                number(row, "circulated"),
                conclusion(row));
    }

    private static int number(Record row, String name) {
        return Objects.requireNonNull(row.get(name, Integer.class));
    }

    private static @Nullable Conclusion conclusion(Record row) {
        var at = row.get(APPEAL_ROUND_CONCLUSION.CONCLUDED_AT);
        if (at == null) {
            return null;
        }
        var doneAt = row.get(APPEAL_ROUND_CONCLUSION.DONE_AT);
        return new Conclusion(
                row.get(APPEAL_ROUND_CONCLUSION.CONCLUSION),
                new OrgId(row.get(APPEAL_ROUND_CONCLUSION.RESPONSIBLE_ID)),
                row.get(APPEAL_ROUND_CONCLUSION.DUE_AT).toInstant(),
                row.get(APPEAL_ROUND_CONCLUSION.CONCLUDED_BY),
                at.toInstant(),
                doneAt == null
                        ? null
                        : new Done(
                                row.get(APPEAL_ROUND_CONCLUSION.DONE),
                                row.get(APPEAL_ROUND_CONCLUSION.DONE_BY),
                                doneAt.toInstant()));
    }

    private static OffsetDateTime start(LocalDate day) {
        return utc(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
