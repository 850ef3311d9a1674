// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.store;

import static io.atrium.jooq.Tables.VISIT_NEED;
import static io.atrium.jooq.Tables.VISIT_NOTE;
import static io.atrium.jooq.Tables.VISIT_PLAN;

import io.atrium.appeal.AppealId;
import io.atrium.jooq.tables.records.VisitPlanRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import io.atrium.service.VisitId;
import io.atrium.service.VisitPlanId;
import io.atrium.service.VisitPlanView;
import io.atrium.service.VisitPlanView.State;
import io.atrium.service.VisitView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Planned visits and those that took place, always within what the reader may see.
@Component
public class VisitStore {

    private final DSLContext database;

    VisitStore(DSLContext database) {
        this.database = database;
    }

    public void insert(VisitPlanView plan, Instant now) {
        database.insertInto(VISIT_PLAN)
                .set(VISIT_PLAN.ID, plan.id().value())
                .set(VISIT_PLAN.FIRM_ID, plan.firm().value())
                .set(VISIT_PLAN.STEWARD_ID, plan.steward().value())
                .set(VISIT_PLAN.STEWARD, plan.stewardName())
                .set(VISIT_PLAN.ORGANISATION_ID, plan.organisation().value())
                .set(VISIT_PLAN.DAY, plan.day())
                .set(VISIT_PLAN.PURPOSE, plan.purpose())
                .set(VISIT_PLAN.STATE, State.PLANNED.name())
                .set(VISIT_PLAN.PLANNED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// The plan, locked until the transaction ends.
    public Optional<VisitPlanView> lock(Scope scope, VisitPlanId id) {
        return database.selectFrom(VISIT_PLAN)
                .where(VISIT_PLAN.ID.eq(id.value()), Scope.condition(scope, VISIT_PLAN.FIRM_ID))
                .forUpdate()
                .fetchOptional(VisitStore::plan);
    }

    public Optional<VisitPlanView> find(Scope scope, VisitPlanId id) {
        return database.selectFrom(VISIT_PLAN)
                .where(VISIT_PLAN.ID.eq(id.value()), Scope.condition(scope, VISIT_PLAN.FIRM_ID))
                .fetchOptional(VisitStore::plan);
    }

    public void end(VisitPlanId id, State state, @Nullable String reason, Instant now) {
        database.update(VISIT_PLAN)
                .set(VISIT_PLAN.STATE, state.name())
                .set(VISIT_PLAN.REASON, reason)
                .set(VISIT_PLAN.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(VISIT_PLAN.ID.eq(id.value()))
                .execute();
    }

    /// Not ended, earliest first.
    ///
    /// @param steward null for everybody's
    /// @param firm null for every firm's
    public List<VisitPlanView> planned(Scope scope, @Nullable PersonId steward, @Nullable OrgId firm, int limit) {
        return database.selectFrom(VISIT_PLAN)
                .where(
                        VISIT_PLAN.STATE.eq(State.PLANNED.name()),
                        Scope.condition(scope, VISIT_PLAN.FIRM_ID),
                        steward == null ? DSL.noCondition() : VISIT_PLAN.STEWARD_ID.eq(steward.value()),
                        firm == null ? DSL.noCondition() : VISIT_PLAN.FIRM_ID.eq(firm.value()))
                .orderBy(VISIT_PLAN.DAY, VISIT_PLAN.ID)
                .limit(limit)
                .fetch(VisitStore::plan);
    }

    public Map<OrgId, LocalDate> nextPlanned(Scope scope) {
        var next = DSL.min(VISIT_PLAN.DAY);
        return database.select(VISIT_PLAN.FIRM_ID, next)
                .from(VISIT_PLAN)
                .where(VISIT_PLAN.STATE.eq(State.PLANNED.name()), Scope.condition(scope, VISIT_PLAN.FIRM_ID))
                .groupBy(VISIT_PLAN.FIRM_ID)
                .fetchMap(row -> new OrgId(row.value1()), row -> row.get(next));
    }

    public Map<OrgId, LocalDate> lastVisited(Scope scope) {
        var last = DSL.max(VISIT_NOTE.VISITED_ON);
        return database.select(VISIT_NOTE.FIRM_ID, last)
                .from(VISIT_NOTE)
                .where(Scope.condition(scope, VISIT_NOTE.FIRM_ID))
                .groupBy(VISIT_NOTE.FIRM_ID)
                .fetchMap(row -> new OrgId(row.value1()), row -> row.get(last));
    }

    /// Takes plans until a day of which nobody was reminded yet; no one else takes them.
    public List<VisitPlanView> takeToRemind(LocalDate from, LocalDate until, Instant now) {
        return take(VISIT_PLAN.REMINDED_AT.isNull().and(VISIT_PLAN.DAY.between(from, until)), now, true);
    }

    /// Takes plans of days gone by that nobody was told of yet.
    public List<VisitPlanView> takeMissed(LocalDate before, Instant now) {
        return take(VISIT_PLAN.MISSED_AT.isNull().and(VISIT_PLAN.DAY.lt(before)), now, false);
    }

    private List<VisitPlanView> take(Condition which, Instant now, boolean reminds) {
        var stamp = reminds ? VISIT_PLAN.REMINDED_AT : VISIT_PLAN.MISSED_AT;
        return database.update(VISIT_PLAN)
                .set(stamp, now.atOffset(ZoneOffset.UTC))
                .where(which, VISIT_PLAN.STATE.eq(State.PLANNED.name()))
                .returning()
                .fetch(VisitStore::plan);
    }

    public void insert(VisitView visit) {
        var plan = visit.plan();
        database.insertInto(VISIT_NOTE)
                .set(VISIT_NOTE.ID, visit.id().value())
                .set(VISIT_NOTE.FIRM_ID, visit.firm().value())
                .set(VISIT_NOTE.PLAN_ID, plan == null ? null : plan.value())
                .set(VISIT_NOTE.VISITED_ON, visit.visitedOn())
                .set(VISIT_NOTE.MET, visit.met())
                .set(VISIT_NOTE.SAID, visit.said())
                .set(VISIT_NOTE.STEWARD_ID, visit.steward().value())
                .set(VISIT_NOTE.STEWARD, visit.stewardName())
                .set(VISIT_NOTE.HANDED_IN_AT, visit.handedInAt().atOffset(ZoneOffset.UTC))
                .execute();
        for (int number = 1; number <= visit.appeals().size(); number++) {
            database.insertInto(VISIT_NEED)
                    .set(VISIT_NEED.VISIT_ID, visit.id().value())
                    .set(VISIT_NEED.NUMBER, number)
                    .set(VISIT_NEED.APPEAL_ID, visit.appeals().get(number - 1).value())
                    .execute();
        }
    }

    public Optional<VisitView> findVisit(Scope scope, VisitId id) {
        return visits(scope, VISIT_NOTE.ID.eq(id.value()), 1).stream().findFirst();
    }

    /// Handed in last first.
    ///
    /// @param after those before this id; null from the first
    public List<VisitView> visits(
            Scope scope, @Nullable PersonId steward, @Nullable OrgId firm, @Nullable String after, int limit) {
        var which = DSL.and(
                steward == null ? DSL.noCondition() : VISIT_NOTE.STEWARD_ID.eq(steward.value()),
                firm == null ? DSL.noCondition() : VISIT_NOTE.FIRM_ID.eq(firm.value()),
                after == null ? DSL.noCondition() : VISIT_NOTE.ID.lt(after));
        return visits(scope, which, limit);
    }

    private List<VisitView> visits(Scope scope, Condition which, int limit) {
        var appeals = DSL.multiset(DSL.select(VISIT_NEED.APPEAL_ID)
                        .from(VISIT_NEED)
                        .where(VISIT_NEED.VISIT_ID.eq(VISIT_NOTE.ID))
                        .orderBy(VISIT_NEED.NUMBER))
                .convertFrom(rows -> rows.map(row -> new AppealId(row.value1())));
        return database.select(VISIT_NOTE, appeals)
                .from(VISIT_NOTE)
                .where(which, Scope.condition(scope, VISIT_NOTE.FIRM_ID))
                .orderBy(VISIT_NOTE.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var note = row.value1();
                    return new VisitView(
                            new VisitId(note.getId()),
                            new OrgId(note.getFirmId()),
                            note.getPlanId() == null ? null : new VisitPlanId(note.getPlanId()),
                            note.getVisitedOn(),
                            note.getMet(),
                            note.getSaid(),
                            new PersonId(note.getStewardId()),
                            note.getSteward(),
                            note.getHandedInAt().toInstant(),
                            row.value2());
                });
    }

    private static VisitPlanView plan(VisitPlanRecord row) {
        return new VisitPlanView(
                new VisitPlanId(row.getId()),
                new OrgId(row.getFirmId()),
                new PersonId(row.getStewardId()),
                row.getSteward(),
                new OrgId(row.getOrganisationId()),
                row.getDay(),
                row.getPurpose(),
                State.valueOf(row.getState()),
                row.getReason());
    }
}
