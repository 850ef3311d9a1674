// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_CLOCK;
import static io.atrium.jooq.Tables.APPEAL_HELPER;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.FirmLoad;
import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appeals in lists and boards: always within what the actor may see.
@Component
public class AppealLists {

    /// Counting further tells nobody more.
    public static final int COUNT_MAX = 100_000;

    private static final int REPEAT_DAYS = 90;

    private final DSLContext database;
    private final Companies companies;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    AppealLists(DSLContext database, Companies companies, BusinessClock clock, WorkingCalendar calendar) {
        this.database = database;
        this.companies = companies;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// What ends first on top, then what has no limit, newest first.
    public List<AppealView> list(Actor actor, AppealFilter filter, long offset, int limit) {
        return database.selectFrom(APPEAL)
                .where(condition(actor, filter))
                .orderBy(APPEAL.NEXT_DUE_AT.asc().nullsLast(), APPEAL.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(AppealRows::view);
    }

    public List<AppealView> page(Actor actor, AppealFilter filter, @Nullable String after, int rows) {
        return database.selectFrom(APPEAL)
                .where(condition(actor, filter), after == null ? DSL.noCondition() : APPEAL.ID.lt(after))
                .orderBy(APPEAL.ID.desc())
                .limit(rows)
                .fetch(AppealRows::view);
    }

    /// Those of some cases that the actor may see, in the order in which they were raised.
    public List<AppealView> among(Actor actor, List<String> cases) {
        return database.selectFrom(APPEAL)
                .where(AppealSight.of(actor), APPEAL.ID.in(cases))
                .orderBy(APPEAL.RAISED_AT, APPEAL.ID)
                .fetch(AppealRows::view);
    }

    public int count(Actor actor, AppealFilter filter) {
        return database.fetchCount(
                DSL.selectOne().from(APPEAL).where(condition(actor, filter)).limit(COUNT_MAX));
    }

    /// How many are in each of these views of what is open, in one pass.
    public Map<View, Integer> counts(Actor actor, Collection<View> views) {
        var counts = views.stream()
                .map(view -> DSL.count().filterWhere(view(actor, view)).as(view.name()))
                .toList();
        var row = database.select(counts)
                .from(APPEAL)
                .where(AppealSight.of(actor), isActive())
                .fetchSingle();
        return views.stream().collect(Collectors.toMap(view -> view, view -> row.get(view.name(), Integer.class)));
    }

    /// How many are open and overdue at each firm that has any, of those that the actor may see.
    public Map<OrgId, FirmLoad> loads(Actor actor) {
        var open = DSL.count();
        var overdue = DSL.count().filterWhere(APPEAL.NEXT_DUE_AT.lt(now()));
        return database.select(APPEAL.FIRM_ID, open, overdue)
                .from(APPEAL)
                .where(AppealSight.of(actor), isActive())
                .groupBy(APPEAL.FIRM_ID)
                .fetchMap(
                        row -> new OrgId(row.get(APPEAL.FIRM_ID)),
                        row -> new FirmLoad(row.get(open), row.get(overdue)));
    }

    public Condition condition(Actor actor, AppealFilter filter) {
        return DSL.and(
                AppealSight.of(actor),
                view(actor, filter.view()),
                filter.state() == null
                        ? DSL.noCondition()
                        : APPEAL.STATE.eq(filter.state().name()),
                filter.category() == null ? DSL.noCondition() : APPEAL.CATEGORY.eq(filter.category()),
                filter.unit() == null ? DSL.noCondition() : unit(filter.unit()),
                filter.firm() == null
                        ? DSL.noCondition()
                        : APPEAL.FIRM_ID.eq(filter.firm().value()),
                filter.building() == null ? DSL.noCondition() : APPEAL.BUILDING.eq(filter.building()),
                filter.district() == null ? DSL.noCondition() : district(filter.district()),
                words(filter.words()),
                filter.raisedFrom() == null
                        ? DSL.noCondition()
                        : APPEAL.RAISED_AT.ge(filter.raisedFrom().atOffset(ZoneOffset.UTC)),
                filter.raisedBefore() == null
                        ? DSL.noCondition()
                        : APPEAL.RAISED_AT.lt(filter.raisedBefore().atOffset(ZoneOffset.UTC)),
                filter.figure() == null ? DSL.noCondition() : figure(filter.figure()));
    }

    private static Condition unit(OrgId unit) {
        return unit.equals(AppealFilter.NO_UNIT) ? APPEAL.UNIT_ID.isNull() : APPEAL.UNIT_ID.eq(unit.value());
    }

    private Condition district(String district) {
        if (district.equals(AppealFilter.NONE)) {
            var known =
                    companies.districts().keySet().stream().map(OrgId::value).toArray(String[]::new);
            return APPEAL.FIRM_ID.ne(DSL.all(known));
        }
        var firms = companies.inDistrict(district).stream().map(OrgId::value).toArray(String[]::new);
        return APPEAL.FIRM_ID.eq(DSL.any(firms));
    }

    private static Condition words(String words) {
        return words.isBlank()
                ? DSL.noCondition()
                : APPEAL.NUMBER
                        .containsIgnoreCase(words)
                        .or(APPEAL.TITLE.containsIgnoreCase(words))
                        .or(APPEAL.WORDS.containsIgnoreCase(words));
    }

    private Condition view(Actor actor, View view) {
        var open = isActive();
        var own = actor.organisation().value();
        return switch (view) {
            case ALL -> DSL.noCondition();
            case OPEN -> APPEAL.CLOSED_AT.isNull();
            case CLOSED -> APPEAL.CLOSED_AT.isNotNull();
            case MINE ->
                open.and(APPEAL.HANDLER_ID
                        .eq(actor.person().value())
                        .or(APPEAL.RAISED_BY_ID.eq(actor.person().value())));
            case UNIT ->
                open.and(APPEAL.UNIT_ID
                        .eq(own)
                        .or(AppealSight.isOneOf(DSL.select(APPEAL_HELPER.APPEAL_ID)
                                .from(APPEAL_HELPER)
                                .where(APPEAL_HELPER.UNIT_ID.eq(own), APPEAL_HELPER.DONE_AT.isNull()))));
            case DUE_TODAY ->
                open.and(isDue(
                        actor,
                        APPEAL.NEXT_DUE_AT.ge(now()).and(APPEAL.NEXT_DUE_AT.lt(endOfToday())),
                        APPEAL_HELPER.DUE_AT.ge(now()).and(APPEAL_HELPER.DUE_AT.lt(endOfToday()))));
            case OVERDUE -> open.and(isDue(actor, APPEAL.NEXT_DUE_AT.lt(now()), APPEAL_HELPER.DUE_AT.lt(now())));
            case WAITING_FOR_FIRM -> APPEAL.STATE.in(AppealState.WAITING_FOR_FIRM.name(), AppealState.ANSWERED.name());
            case TO_DISPATCH -> APPEAL.STATE.eq(AppealState.RAISED.name());
        };
    }

    /// By the limit that ends first; for a unit that only helps, by its own date, unless it looks after all.
    private static Condition isDue(Actor actor, Condition byLimit, Condition byHelp) {
        var own = actor.organisation().value();
        var helpDue = DSL.select(APPEAL_HELPER.APPEAL_ID)
                .from(APPEAL_HELPER)
                .where(APPEAL_HELPER.UNIT_ID.eq(own), APPEAL_HELPER.DONE_AT.isNull(), byHelp);
        var onlyHelps = actor.scope(Permission.READ_APPEAL) instanceof Scope.All
                ? DSL.falseCondition()
                : AppealSight.isOneOf(AppealSight.helpedBy(own)).and(APPEAL.UNIT_ID.isDistinctFrom(own));
        return byLimit.and(DSL.not(onlyHelps)).or(AppealSight.isOneOf(helpDue));
    }

    /// Open, or closed with a follow-up that runs.
    private static Condition isActive() {
        return APPEAL.CLOSED_AT.isNull().or(APPEAL.NEXT_DUE_AT.isNotNull());
    }

    Condition figure(FigureCases cases) {
        var counted = APPEAL.STATE.ne(AppealState.WITHDRAWN.name());
        return switch (cases) {
            case TAKEN_IN -> counted;
            case CONTACT_DUE -> counted.and(clock(ClockKind.CONTACT, isOver()));
            case CONTACTED_LATE -> counted.and(clock(ClockKind.CONTACT, isOver().and(isNotInTime())));
            case CONTACTED_IN_TIME -> counted.and(clock(ClockKind.CONTACT, APPEAL_CLOCK.IS_MET.isTrue()));
            case FINISH_DUE -> counted.and(clock(ClockKind.FINISH, isOver()));
            case FINISHED_IN_TIME -> counted.and(clock(ClockKind.FINISH, APPEAL_CLOCK.IS_MET.isTrue()));
            case FINISHED_LATE -> counted.and(clock(ClockKind.FINISH, isOver().and(isNotInTime())));
            case ANSWERED -> counted.and(APPEAL.ANSWERED_AT.isNotNull());
            case JUDGED -> counted.and(APPEAL.RATING.isNotNull());
            case RESOLVED -> counted.and(APPEAL.RESOLVED.isTrue());
            case UNRESOLVED -> counted.and(APPEAL.RATING.isNotNull()).and(APPEAL.RESOLVED.isFalse());
            case UNSATISFIED -> counted.and(APPEAL.RATING.lt(4));
            case SATISFIED -> counted.and(APPEAL.RATING.ge(4));
            case REPEATED -> counted.and(isRepeated());
        };
    }

    /// The first round counts: a redone answer does not mend a late one.
    private static Condition clock(ClockKind kind, Condition is) {
        return DSL.exists(DSL.selectOne()
                .from(APPEAL_CLOCK)
                .where(
                        APPEAL_CLOCK.APPEAL_ID.eq(APPEAL.ID),
                        APPEAL_CLOCK.KIND.eq(kind.name()),
                        APPEAL_CLOCK.ROUND.eq(1),
                        is));
    }

    private Condition isOver() {
        return APPEAL_CLOCK.ENDED_AT.isNotNull().or(APPEAL_CLOCK.DUE_AT.lt(now()));
    }

    /// Done late, or not done yet.
    private static Condition isNotInTime() {
        return APPEAL_CLOCK.IS_MET.isDistinctFrom(true);
    }

    private static Condition isRepeated() {
        var earlier = APPEAL.as("earlier");
        return DSL.exists(DSL.selectOne()
                .from(earlier)
                .where(
                        earlier.FIRM_ID.eq(APPEAL.FIRM_ID),
                        earlier.CATEGORY.eq(APPEAL.CATEGORY),
                        DSL.row(earlier.RAISED_AT, earlier.ID).lt(DSL.row(APPEAL.RAISED_AT, APPEAL.ID)),
                        earlier.STATE.ne(AppealState.WITHDRAWN.name()),
                        earlier.RAISED_AT.ge(APPEAL.RAISED_AT.minus(
                                DSL.field("interval '" + REPEAT_DAYS + " days'", OffsetDateTime.class)))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime endOfToday() {
        return calendar.dayOf(clock.instant())
                .plusDays(1)
                .atStartOfDay(calendar.zone())
                .toOffsetDateTime();
    }
}
