// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.store;

import static io.atrium.jooq.Tables.MOVE_ACT;
import static io.atrium.jooq.Tables.MOVE_PAPER;
import static io.atrium.jooq.Tables.MOVE_ROOM;
import static io.atrium.jooq.Tables.MOVE_STEP;
import static io.atrium.jooq.Tables.PREMISES_MOVE;

import io.atrium.files.FileId;
import io.atrium.jooq.tables.records.MoveStepRecord;
import io.atrium.jooq.tables.records.PremisesMoveRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.premises.BuildingId;
import io.atrium.premises.MoveFilter;
import io.atrium.premises.MoveId;
import io.atrium.premises.MoveKind;
import io.atrium.premises.MoveState;
import io.atrium.premises.MoveView;
import io.atrium.premises.MoveView.Wish;
import io.atrium.premises.RoomId;
import io.atrium.premises.StepAct;
import io.atrium.premises.StepActView;
import io.atrium.premises.StepId;
import io.atrium.premises.StepState;
import io.atrium.premises.StepView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves and their steps: for the firm, for the units that do a step of them, and for those who see all.
@Component
public class MoveStore {

    private final DSLContext database;

    MoveStore(DSLContext database) {
        this.database = database;
    }

    private static Condition seen(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> DSL.noCondition();
            case Scope.None _ -> DSL.falseCondition();
            case Scope.Own(var own) ->
                PREMISES_MOVE
                        .FIRM_ID
                        .eq(own.value())
                        .or(DSL.exists(DSL.selectOne()
                                .from(MOVE_STEP)
                                .where(MOVE_STEP.MOVE_ID.eq(PREMISES_MOVE.ID), MOVE_STEP.UNIT_ID.eq(own.value()))));
        };
    }

    public void insert(MoveView move) {
        var wish = move.wish();
        database.insertInto(PREMISES_MOVE)
                .set(PREMISES_MOVE.ID, move.id().value())
                .set(PREMISES_MOVE.KIND, move.kind().name())
                .set(PREMISES_MOVE.TEMPLATE, move.template())
                .set(PREMISES_MOVE.FIRM_ID, move.firm().value())
                .set(PREMISES_MOVE.BUILDING_ID, move.building().value())
                .set(PREMISES_MOVE.SEATS, wish.seats())
                .set(PREMISES_MOVE.AREA, wish.area())
                .set(PREMISES_MOVE.WANTED_ON, wish.wantedOn())
                .set(PREMISES_MOVE.CONTACT, wish.contact())
                .set(PREMISES_MOVE.NOTES, wish.notes())
                .set(PREMISES_MOVE.STATE, move.state().name())
                .set(PREMISES_MOVE.STARTED_BY, move.startedBy())
                .set(PREMISES_MOVE.STARTED_AT, move.startedAt().atOffset(ZoneOffset.UTC))
                .set(PREMISES_MOVE.STARTED_ON, move.startedOn())
                .execute();
        for (var room : move.rooms()) {
            database.insertInto(MOVE_ROOM)
                    .set(MOVE_ROOM.MOVE_ID, move.id().value())
                    .set(MOVE_ROOM.ROOM_ID, room.value())
                    .execute();
        }
    }

    /// @param place in the template, from 1
    public void insert(StepView step, int place, @Nullable LocalDate countedFrom) {
        database.insertInto(MOVE_STEP)
                .set(MOVE_STEP.ID, step.id().value())
                .set(MOVE_STEP.MOVE_ID, step.move().value())
                .set(MOVE_STEP.CODE, step.code())
                .set(MOVE_STEP.PLACE, place)
                .set(MOVE_STEP.UNIT_ID, step.unit().value())
                .set(MOVE_STEP.STATE, step.state().name())
                .set(MOVE_STEP.DAYS, step.days())
                .set(MOVE_STEP.OPENED_ON, step.openedOn())
                .set(MOVE_STEP.COUNTED_FROM, countedFrom)
                .set(MOVE_STEP.DUE_ON, step.dueOn())
                .execute();
    }

    public void open(StepId step, LocalDate opened, LocalDate countedFrom, LocalDate due) {
        database.update(MOVE_STEP)
                .set(MOVE_STEP.STATE, StepState.OPEN.name())
                .set(MOVE_STEP.OPENED_ON, opened)
                .set(MOVE_STEP.COUNTED_FROM, countedFrom)
                .set(MOVE_STEP.DUE_ON, due)
                .where(MOVE_STEP.ID.eq(step.value()))
                .execute();
    }

    /// @param done null unless it is done
    public void set(StepId step, StepState state, @Nullable LocalDate done) {
        database.update(MOVE_STEP)
                .set(MOVE_STEP.STATE, state.name())
                .set(MOVE_STEP.DONE_ON, done)
                .where(MOVE_STEP.ID.eq(step.value()))
                .execute();
    }

    /// Steps whose turn will not come any more.
    public void drop(MoveId move) {
        database.update(MOVE_STEP)
                .set(MOVE_STEP.STATE, StepState.DROPPED.name())
                .where(
                        MOVE_STEP.MOVE_ID.eq(move.value()),
                        MOVE_STEP.STATE.in(StepState.WAITING.name(), StepState.OPEN.name(), StepState.RETURNED.name()))
                .execute();
    }

    public void handOver(MoveId move, LocalDate day) {
        database.update(PREMISES_MOVE)
                .set(PREMISES_MOVE.HANDED_OVER_ON, day)
                .where(PREMISES_MOVE.ID.eq(move.value()))
                .execute();
    }

    public void end(MoveId move, MoveState state, LocalDate day, @Nullable String reason) {
        database.update(PREMISES_MOVE)
                .set(PREMISES_MOVE.STATE, state.name())
                .set(PREMISES_MOVE.ENDED_ON, day)
                .set(PREMISES_MOVE.REASON, reason)
                .where(PREMISES_MOVE.ID.eq(move.value()))
                .execute();
    }

    public void insert(String id, StepActView act) {
        database.insertInto(MOVE_ACT)
                .set(MOVE_ACT.ID, id)
                .set(MOVE_ACT.STEP_ID, act.step().value())
                .set(MOVE_ACT.ACT, act.act().name())
                .set(MOVE_ACT.WORDS, act.words())
                .set(MOVE_ACT.BY_NAME, act.by())
                .set(MOVE_ACT.ORGANISATION_ID, act.organisation().value())
                .set(MOVE_ACT.AT, act.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// The move, locked until the transaction ends.
    public Optional<MoveView> lock(Scope scope, MoveId move) {
        database.select(PREMISES_MOVE.ID)
                .from(PREMISES_MOVE)
                .where(PREMISES_MOVE.ID.eq(move.value()), seen(scope))
                .forUpdate()
                .execute();
        return find(scope, move);
    }

    /// The move that a step belongs to.
    public Optional<MoveId> moveOf(Scope scope, StepId step) {
        return database.select(PREMISES_MOVE.ID)
                .from(PREMISES_MOVE)
                .join(MOVE_STEP)
                .on(MOVE_STEP.MOVE_ID.eq(PREMISES_MOVE.ID))
                .where(MOVE_STEP.ID.eq(step.value()), seen(scope))
                .fetchOptional(row -> new MoveId(row.value1()));
    }

    public Optional<MoveView> find(Scope scope, MoveId move) {
        return views(PREMISES_MOVE.ID.eq(move.value()).and(seen(scope)), 0, 1).stream()
                .findFirst();
    }

    /// Those of them that may be seen.
    public List<MoveView> findAll(Scope scope, Collection<MoveId> moves) {
        var ids = moves.stream().map(MoveId::value).toList();
        return views(PREMISES_MOVE.ID.in(ids).and(seen(scope)), 0, ids.size());
    }

    /// Newest first.
    public List<MoveView> list(Scope scope, MoveFilter filter, long offset, int limit) {
        return views(which(scope, filter), offset, limit);
    }

    public int count(Scope scope, MoveFilter filter) {
        return database.fetchCount(PREMISES_MOVE, which(scope, filter));
    }

    public int countRunning(OrgId firm) {
        return database.fetchCount(
                PREMISES_MOVE,
                PREMISES_MOVE.FIRM_ID.eq(firm.value()),
                PREMISES_MOVE.STATE.eq(MoveState.RUNNING.name()));
    }

    private static Condition which(Scope scope, MoveFilter filter) {
        var state = filter.state();
        var kind = filter.kind();
        return DSL.and(
                seen(scope),
                state == null ? DSL.noCondition() : PREMISES_MOVE.STATE.eq(state.name()),
                kind == null ? DSL.noCondition() : PREMISES_MOVE.KIND.eq(kind.name()));
    }

    private List<MoveView> views(Condition which, long offset, int limit) {
        var rooms = DSL.multiset(DSL.select(MOVE_ROOM.ROOM_ID)
                        .from(MOVE_ROOM)
                        .where(MOVE_ROOM.MOVE_ID.eq(PREMISES_MOVE.ID))
                        .orderBy(MOVE_ROOM.ROOM_ID))
                .convertFrom(rows -> rows.map(row -> new RoomId(row.value1())));
        var steps = DSL.multiset(DSL.select(MOVE_STEP)
                        .from(MOVE_STEP)
                        .where(MOVE_STEP.MOVE_ID.eq(PREMISES_MOVE.ID))
                        .orderBy(MOVE_STEP.PLACE))
                .convertFrom(rows -> rows.map(row -> view(row.value1())));
        return database.select(PREMISES_MOVE, rooms, steps)
                .from(PREMISES_MOVE)
                .where(which)
                .orderBy(PREMISES_MOVE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> view(row.value1(), row.value2(), row.value3()));
    }

    /// Open steps of a unit with their moves, earliest first.
    public List<StepView> toDo(OrgId unit, int limit) {
        return database.selectFrom(MOVE_STEP)
                .where(MOVE_STEP.UNIT_ID.eq(unit.value()), MOVE_STEP.STATE.eq(StepState.OPEN.name()))
                .orderBy(MOVE_STEP.DUE_ON, MOVE_STEP.ID)
                .limit(limit)
                .fetch(MoveStore::view);
    }

    /// Steps that were returned to a firm.
    public List<StepView> returned(OrgId firm, int limit) {
        return database.select(MOVE_STEP)
                .from(MOVE_STEP)
                .join(PREMISES_MOVE)
                .on(PREMISES_MOVE.ID.eq(MOVE_STEP.MOVE_ID))
                .where(PREMISES_MOVE.FIRM_ID.eq(firm.value()), MOVE_STEP.STATE.eq(StepState.RETURNED.name()))
                .orderBy(MOVE_STEP.ID)
                .limit(limit)
                .fetch(row -> view(row.value1()));
    }

    /// What was done in a move that was found, oldest first.
    public List<StepActView> acts(MoveId move) {
        return database.select(MOVE_ACT)
                .from(MOVE_ACT)
                .join(MOVE_STEP)
                .on(MOVE_STEP.ID.eq(MOVE_ACT.STEP_ID))
                .where(MOVE_STEP.MOVE_ID.eq(move.value()))
                .orderBy(MOVE_ACT.ID)
                .fetch(row -> new StepActView(
                        new StepId(row.value1().getStepId()),
                        StepAct.valueOf(row.value1().getAct()),
                        row.value1().getWords(),
                        row.value1().getByName(),
                        new OrgId(row.value1().getOrganisationId()),
                        row.value1().getAt().toInstant()));
    }

    /// @param act null with the form
    public void attach(MoveId move, @Nullable String act, FileId file) {
        database.insertInto(MOVE_PAPER)
                .set(MOVE_PAPER.MOVE_ID, move.value())
                .set(MOVE_PAPER.ACT_ID, act)
                .set(MOVE_PAPER.FILE_ID, file.value())
                .execute();
    }

    /// @param step null with the form
    public record Paper(FileId file, @Nullable StepId step, String by, Instant at) {}

    /// Of a move that was found, oldest first.
    public List<Paper> papers(MoveView move) {
        return database.select(MOVE_PAPER.FILE_ID, MOVE_ACT.STEP_ID, MOVE_ACT.BY_NAME, MOVE_ACT.AT)
                .from(MOVE_PAPER)
                .leftJoin(MOVE_ACT)
                .on(MOVE_ACT.ID.eq(MOVE_PAPER.ACT_ID))
                .where(MOVE_PAPER.MOVE_ID.eq(move.id().value()))
                .orderBy(MOVE_PAPER.FILE_ID)
                .fetch(row -> {
                    var file = new FileId(row.value1());
                    return row.value2() == null
                            ? new Paper(file, null, move.startedBy(), move.startedAt())
                            : new Paper(
                                    file,
                                    new StepId(row.value2()),
                                    row.value3(),
                                    row.value4().toInstant());
                });
    }

    /// Whether a file is a paper of a move that may be seen.
    public boolean holds(Scope scope, MoveId move, FileId file) {
        return database.fetchExists(
                MOVE_PAPER.join(PREMISES_MOVE).on(PREMISES_MOVE.ID.eq(MOVE_PAPER.MOVE_ID)),
                MOVE_PAPER
                        .MOVE_ID
                        .eq(move.value())
                        .and(MOVE_PAPER.FILE_ID.eq(file.value()))
                        .and(seen(scope)));
    }

    /// Moves that came to their end, latest first.
    public List<MoveView> finished(MoveKind kind, int limit) {
        return views(PREMISES_MOVE.KIND.eq(kind.name()).and(PREMISES_MOVE.STATE.eq(MoveState.DONE.name())), 0, limit);
    }

    /// Takes open steps that end until a day and of which nobody was reminded for that day.
    public List<StepView> takeToRemind(LocalDate from, LocalDate until) {
        return take(MOVE_STEP.REMINDED_FOR, MOVE_STEP.DUE_ON.between(from, until));
    }

    /// Takes open steps whose day went by and of which nobody was told.
    public List<StepView> takeMissed(LocalDate before) {
        return take(MOVE_STEP.MISSED_FOR, MOVE_STEP.DUE_ON.lt(before));
    }

    private List<StepView> take(Field<LocalDate> mark, Condition which) {
        return database.update(MOVE_STEP)
                .set(mark, MOVE_STEP.DUE_ON)
                .where(which, MOVE_STEP.STATE.eq(StepState.OPEN.name()), mark.isDistinctFrom(MOVE_STEP.DUE_ON))
                .returning()
                .fetch(MoveStore::view);
    }

    private static MoveView view(PremisesMoveRecord row, List<RoomId> rooms, List<StepView> steps) {
        return new MoveView(
                new MoveId(row.getId()),
                MoveKind.valueOf(row.getKind()),
                row.getTemplate(),
                new OrgId(row.getFirmId()),
                new BuildingId(row.getBuildingId()),
                rooms,
                new Wish(row.getSeats(), row.getArea(), row.getWantedOn(), row.getContact(), row.getNotes()),
                MoveState.valueOf(row.getState()),
                row.getStartedBy(),
                row.getStartedAt().toInstant(),
                row.getStartedOn(),
                row.getHandedOverOn(),
                row.getEndedOn(),
                row.getReason(),
                steps);
    }

    private static StepView view(MoveStepRecord row) {
        return new StepView(
                new StepId(row.getId()),
                new MoveId(row.getMoveId()),
                row.getCode(),
                new OrgId(row.getUnitId()),
                StepState.valueOf(row.getState()),
                row.getDays(),
                row.getOpenedOn(),
                row.getDueOn(),
                row.getDoneOn());
    }
}
