// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_FINDING;
import static io.atrium.jooq.Tables.APPEAL_FINDING_CASE;
import static io.atrium.jooq.Tables.APPEAL_WATCH_DAY;

import io.atrium.appeal.AppealState;
import io.atrium.appeal.pattern.FindingView.Outcome;
import io.atrium.appeal.pattern.FindingView.Taken;
import io.atrium.engine.meaning.pattern.Finding;
import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Findings and their cases.
@Component
class FindingStore {

    /// Any number that nothing else locks.
    private static final long LOCK = 470_001;

    /// Beyond this share of common cases two findings are one, seen on another day or from another side.
    private static final double SAME_FROM = 0.4;

    private final DSLContext database;
    private final Ids ids;
    private final JsonMapper json;

    FindingStore(DSLContext database, Ids ids, JsonMapper json) {
        this.database = database;
        this.ids = ids;
        this.json = json;
    }

    /// A case as the watch needs it.
    record Case(String id, String firm, String building, Instant raisedAt, String category, String text) {}

    /// What is new about a finding when it is kept.
    record Routed(String topic, String category, OrgId unit, Instant dueAt) {}

    /// One looks at a time, on all nodes; until the transaction ends.
    void lockWatch() {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    boolean isClosed(LocalDate day) {
        return database.fetchExists(APPEAL_WATCH_DAY, APPEAL_WATCH_DAY.DAY.ge(day));
    }

    void close(LocalDate day, Instant now) {
        database.insertInto(APPEAL_WATCH_DAY)
                .set(APPEAL_WATCH_DAY.DAY, day)
                .set(APPEAL_WATCH_DAY.CLOSED_AT, utc(now))
                .onConflictDoNothing()
                .execute();
    }

    /// The newest of a period, oldest first; what was withdrawn is left out.
    List<Case> cases(Instant from, Instant before, int limit) {
        return database.select(
                        APPEAL.ID,
                        APPEAL.FIRM_ID,
                        APPEAL.BUILDING,
                        APPEAL.RAISED_AT,
                        APPEAL.CATEGORY,
                        APPEAL.TITLE,
                        APPEAL.WORDS)
                .from(APPEAL)
                .where(
                        APPEAL.RAISED_AT.ge(utc(from)),
                        APPEAL.RAISED_AT.lt(utc(before)),
                        APPEAL.STATE.ne(AppealState.WITHDRAWN.name()))
                .orderBy(APPEAL.RAISED_AT.desc(), APPEAL.ID.desc())
                .limit(limit)
                .fetch(row -> new Case(
                        row.get(APPEAL.ID),
                        row.get(APPEAL.FIRM_ID),
                        row.get(APPEAL.BUILDING),
                        row.get(APPEAL.RAISED_AT).toInstant(),
                        row.get(APPEAL.CATEGORY),
                        row.get(APPEAL.TITLE) + "。" + row.get(APPEAL.WORDS)))
                .reversed();
    }

    /// Of each of some cases.
    List<String> categories(List<String> cases) {
        return database.select(APPEAL.CATEGORY)
                .from(APPEAL)
                .where(APPEAL.ID.in(cases))
                .fetch(APPEAL.CATEGORY);
    }

    /// Whether it was told before, maybe under another day or name. Of a firm that asks again and of surges each once.
    boolean isKnown(Finding finding) {
        boolean isOfFirm = finding.kind() == Kind.REPEATED_FIRM;
        var sameSort = isOfFirm
                ? APPEAL_FINDING.KIND.eq(Kind.REPEATED_FIRM.name())
                : APPEAL_FINDING.KIND.ne(Kind.REPEATED_FIRM.name());
        return database.fetchExists(database.select(APPEAL_FINDING_CASE.FINDING_ID)
                .from(APPEAL_FINDING_CASE)
                .join(APPEAL_FINDING)
                .on(APPEAL_FINDING.ID.eq(APPEAL_FINDING_CASE.FINDING_ID))
                .where(sameSort, APPEAL_FINDING_CASE.APPEAL_ID.in(finding.cases()))
                .groupBy(APPEAL_FINDING_CASE.FINDING_ID)
                .having(DSL.count()
                        .ge((int) Math.ceil(SAME_FROM * finding.cases().size()))));
    }

    /// Empty if the same was kept before.
    Optional<FindingId> insert(Finding finding, Routed routed, Instant now) {
        var id = new FindingId(ids.next(FindingId.PREFIX));
        int inserted = database.insertInto(APPEAL_FINDING)
                .set(APPEAL_FINDING.ID, id.value())
                .set(APPEAL_FINDING.KIND, finding.kind().name())
                .set(APPEAL_FINDING.TOPIC, routed.topic())
                .set(APPEAL_FINDING.CATEGORY, routed.category())
                .set(APPEAL_FINDING.PLACE, finding.place())
                .set(APPEAL_FINDING.FROM_DAY, finding.from())
                .set(APPEAL_FINDING.DAY, finding.day())
                .set(
                        APPEAL_FINDING.REASONS,
                        JSONB.valueOf(json.writeValueAsString(FindingReasons.of(finding.reasons()))))
                .set(APPEAL_FINDING.UNIT_ID, routed.unit().value())
                .set(APPEAL_FINDING.STATE, FindingState.OPEN.name())
                .set(APPEAL_FINDING.FOUND_AT, utc(now))
                .set(APPEAL_FINDING.DUE_AT, utc(routed.dueAt()))
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return Optional.empty();
        }
        finding.cases().stream()
                .distinct()
                .forEach(each -> database.insertInto(APPEAL_FINDING_CASE)
                        .set(APPEAL_FINDING_CASE.FINDING_ID, id.value())
                        .set(APPEAL_FINDING_CASE.APPEAL_ID, each)
                        .execute());
        return Optional.of(id);
    }

    /// Those whose day has passed and that nobody was told of for it yet.
    List<FindingView> overdue(Instant now) {
        return select(APPEAL_FINDING
                        .CLOSED_AT
                        .isNull()
                        .and(APPEAL_FINDING.ESCALATED_AT.isNull())
                        .and(APPEAL_FINDING.DUE_AT.lt(utc(now))))
                .fetch(this::view);
    }

    /// True for the one that was first to say so.
    boolean escalate(FindingId id, Instant now) {
        return database.update(APPEAL_FINDING)
                        .set(APPEAL_FINDING.ESCALATED_AT, utc(now))
                        .where(
                                APPEAL_FINDING.ID.eq(id.value()),
                                APPEAL_FINDING.ESCALATED_AT.isNull(),
                                APPEAL_FINDING.CLOSED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Locks it until the transaction ends.
    Optional<FindingView> lock(Actor actor, FindingId id) {
        database.select(APPEAL_FINDING.ID)
                .from(APPEAL_FINDING)
                .where(APPEAL_FINDING.ID.eq(id.value()), sight(actor))
                .forUpdate()
                .fetch();
        return find(actor, id);
    }

    Optional<FindingView> find(Actor actor, FindingId id) {
        return select(sight(actor).and(APPEAL_FINDING.ID.eq(id.value()))).fetchOptional(this::view);
    }

    List<FindingView> list(Actor actor, FindingFilter filter, long offset, int limit) {
        return database.select(APPEAL_FINDING.asterisk(), cases())
                .from(APPEAL_FINDING)
                .where(condition(actor, filter))
                .orderBy(APPEAL_FINDING.CLOSED_AT.desc().nullsFirst(), APPEAL_FINDING.DUE_AT, APPEAL_FINDING.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(this::view);
    }

    List<FindingView> page(Actor actor, FindingFilter filter, @Nullable String after, int rows) {
        return database.select(APPEAL_FINDING.asterisk(), cases())
                .from(APPEAL_FINDING)
                .where(condition(actor, filter), after == null ? DSL.noCondition() : APPEAL_FINDING.ID.lt(after))
                .orderBy(APPEAL_FINDING.ID.desc())
                .limit(rows)
                .fetch(this::view);
    }

    int count(Actor actor, FindingFilter filter) {
        return database.fetchCount(APPEAL_FINDING, condition(actor, filter));
    }

    List<String> caseIds(FindingId id) {
        return database.select(APPEAL_FINDING_CASE.APPEAL_ID)
                .from(APPEAL_FINDING_CASE)
                .where(APPEAL_FINDING_CASE.FINDING_ID.eq(id.value()))
                .orderBy(APPEAL_FINDING_CASE.APPEAL_ID)
                .fetch(APPEAL_FINDING_CASE.APPEAL_ID);
    }

    void takeOn(FindingId id, Actor by, Instant now) {
        database.update(APPEAL_FINDING)
                .set(APPEAL_FINDING.STATE, FindingState.TAKEN_ON.name())
                .set(APPEAL_FINDING.TAKEN_BY, by.name())
                .set(APPEAL_FINDING.TAKEN_AT, utc(now))
                .where(APPEAL_FINDING.ID.eq(id.value()))
                .execute();
    }

    void close(CloseFinding command, Actor by, Instant now) {
        database.update(APPEAL_FINDING)
                .set(APPEAL_FINDING.STATE, FindingState.CLOSED.name())
                .set(APPEAL_FINDING.IS_ONE_CAUSE, command.isOneCause())
                .set(APPEAL_FINDING.CAUSE, command.cause().strip())
                .set(APPEAL_FINDING.DONE, command.done().strip())
                .set(APPEAL_FINDING.CLOSED_BY, by.name())
                .set(APPEAL_FINDING.CLOSED_AT, utc(now))
                .where(APPEAL_FINDING.ID.eq(command.finding().value()))
                .execute();
    }

    /// Firms never; whoever reads only what is theirs, those of their own unit.
    private static Condition sight(Actor actor) {
        return actor.kind() == OrgKind.FIRM
                ? DSL.falseCondition()
                : Scope.condition(actor.scope(Permission.READ_APPEAL), APPEAL_FINDING.UNIT_ID);
    }

    private static Condition condition(Actor actor, FindingFilter filter) {
        var kind = filter.kind();
        return DSL.and(
                sight(actor),
                kind == null ? DSL.noCondition() : APPEAL_FINDING.KIND.eq(kind.name()),
                switch (filter.view()) {
                    case ALL -> DSL.noCondition();
                    case OPEN -> APPEAL_FINDING.CLOSED_AT.isNull();
                    case MINE ->
                        APPEAL_FINDING
                                .CLOSED_AT
                                .isNull()
                                .and(APPEAL_FINDING.UNIT_ID.eq(
                                        actor.organisation().value()));
                    case CLOSED -> APPEAL_FINDING.CLOSED_AT.isNotNull();
                });
    }

    private ResultQuery<Record> select(Condition which) {
        return database.select(APPEAL_FINDING.asterisk(), cases())
                .from(APPEAL_FINDING)
                .where(which)
                .orderBy(APPEAL_FINDING.ID);
    }

    private static Field<Integer> cases() {
        return DSL.field(DSL.selectCount()
                        .from(APPEAL_FINDING_CASE)
                        .where(APPEAL_FINDING_CASE.FINDING_ID.eq(APPEAL_FINDING.ID)))
                .as("cases");
    }

    private FindingView view(Record row) {
        return new FindingView(
                new FindingId(row.get(APPEAL_FINDING.ID)),
                Kind.valueOf(row.get(APPEAL_FINDING.KIND)),
                row.get(APPEAL_FINDING.CATEGORY),
                row.get(APPEAL_FINDING.PLACE),
                row.get(APPEAL_FINDING.FROM_DAY),
                row.get(APPEAL_FINDING.DAY),
                json.readValue(row.get(APPEAL_FINDING.REASONS).data(), FindingReasons.class),
                Objects.requireNonNull(row.get("cases", Integer.class)),
                new OrgId(row.get(APPEAL_FINDING.UNIT_ID)),
                FindingState.valueOf(row.get(APPEAL_FINDING.STATE)),
                row.get(APPEAL_FINDING.FOUND_AT).toInstant(),
                row.get(APPEAL_FINDING.DUE_AT).toInstant(),
                taken(row),
                instant(row.get(APPEAL_FINDING.ESCALATED_AT)),
                outcome(row));
    }

    private static @Nullable Taken taken(Record row) {
        var at = row.get(APPEAL_FINDING.TAKEN_AT);
        return at == null ? null : new Taken(row.get(APPEAL_FINDING.TAKEN_BY), at.toInstant());
    }

    private static @Nullable Outcome outcome(Record row) {
        var at = row.get(APPEAL_FINDING.CLOSED_AT);
        return at == null
                ? null
                : new Outcome(
                        row.get(APPEAL_FINDING.IS_ONE_CAUSE),
                        row.get(APPEAL_FINDING.CAUSE),
                        row.get(APPEAL_FINDING.DONE),
                        row.get(APPEAL_FINDING.CLOSED_BY),
                        at.toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
