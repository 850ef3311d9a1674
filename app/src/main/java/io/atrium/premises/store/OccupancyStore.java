// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.store;

import static io.atrium.jooq.Tables.OCCUPANCY;
import static io.atrium.jooq.Tables.ROOM;

import io.atrium.jooq.tables.records.OccupancyRecord;
import io.atrium.jooq.tables.records.RoomRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.premises.BuildingId;
import io.atrium.premises.MoveId;
import io.atrium.premises.OccupancyId;
import io.atrium.premises.OccupancyView;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which firm has which room from when to when. A firm sees its own rooms, now and before, and those that nobody has.
///
/// That two firms never have one room at a time is kept by the exclusion constraint of the table; the lock of the room
/// comes first, so that the second of two callers is refused in words.
@Component
public class OccupancyStore {

    private static final String SEATED = "SEATED";
    private static final String RESERVED = "RESERVED";

    private final DSLContext database;

    OccupancyStore(DSLContext database) {
        this.database = database;
    }

    /// Somebody has the room today or is to have it.
    static Condition isNowOrAhead(LocalDate today) {
        return OCCUPANCY.UNTIL.isNull().or(OCCUPANCY.UNTIL.gt(today));
    }

    private static Condition isOf(Scope scope, Condition of) {
        return DSL.exists(DSL.selectOne()
                .from(OCCUPANCY)
                .where(OCCUPANCY.ROOM_ID.eq(ROOM.ID), Scope.condition(scope, OCCUPANCY.FIRM_ID), of));
    }

    private static Condition isFree(LocalDate today) {
        return DSL.notExists(DSL.selectOne().from(OCCUPANCY).where(OCCUPANCY.ROOM_ID.eq(ROOM.ID), isNowOrAhead(today)));
    }

    /// By floor from the top down, then by number; to a firm those that it has and those that nobody has.
    public List<RoomView> rooms(Scope scope, BuildingId building, LocalDate today) {
        var seen = scope instanceof Scope.All
                ? DSL.noCondition()
                : isOf(scope, isNowOrAhead(today)).or(isFree(today));
        return views(scope, ROOM.BUILDING_ID.eq(building.value()).and(seen), today);
    }

    /// A room that the reader may see: a firm also one that it had before.
    public Optional<RoomView> find(Scope scope, RoomId room, LocalDate today) {
        return find(scope, List.of(room), today).stream().findFirst();
    }

    public List<RoomView> find(Scope scope, Collection<RoomId> rooms, LocalDate today) {
        var seen = scope instanceof Scope.All
                ? DSL.noCondition()
                : isOf(scope, DSL.noCondition()).or(isFree(today));
        return views(scope, ROOM.ID.in(values(rooms)).and(seen), today);
    }

    /// What rooms are, without who has them.
    public List<RoomView> described(Collection<RoomId> rooms) {
        return database.selectFrom(ROOM)
                .where(ROOM.ID.in(values(rooms)))
                .orderBy(ROOM.FLOOR.desc(), ROOM.NUMBER)
                .fetch(room -> view(room, null, false));
    }

    private List<RoomView> views(Scope scope, Condition which, LocalDate today) {
        var free = DSL.field(isFree(today));
        return database.select(ROOM, OCCUPANCY, free)
                .from(ROOM)
                .leftJoin(OCCUPANCY)
                .on(OCCUPANCY.ROOM_ID.eq(ROOM.ID), isNowOrAhead(today), Scope.condition(scope, OCCUPANCY.FIRM_ID))
                .where(which, scope instanceof Scope.None ? DSL.falseCondition() : DSL.noCondition())
                .orderBy(ROOM.FLOOR.desc(), ROOM.NUMBER)
                .fetch(row -> view(row.value1(), row.value2(), row.value3()));
    }

    private static RoomView view(RoomRecord room, @Nullable OccupancyRecord now, boolean isFree) {
        return new RoomView(
                new RoomId(room.getId()),
                new BuildingId(room.getBuildingId()),
                room.getFloor(),
                room.getNumber(),
                room.getArea(),
                room.getSeats(),
                isFree,
                now == null || now.getId() == null ? null : view(now));
    }

    private static List<String> values(Collection<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).toList();
    }

    /// The rooms, locked one after the other until the transaction ends.
    public List<RoomId> lock(Collection<RoomId> rooms) {
        return database.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.ID.in(values(rooms)))
                .orderBy(ROOM.ID)
                .forUpdate()
                .fetch(row -> new RoomId(row.value1()));
    }

    /// Whether somebody has the room on that day or after it.
    public boolean isTaken(RoomId room, LocalDate from) {
        return database.fetchExists(
                OCCUPANCY,
                OCCUPANCY.ROOM_ID.eq(room.value()),
                OCCUPANCY.UNTIL.isNull().or(OCCUPANCY.UNTIL.gt(from)));
    }

    /// @param move that has the room from then on; null when the firm sits there already
    public void insert(OccupancyId id, RoomId room, OrgId firm, LocalDate since, @Nullable MoveId move) {
        database.insertInto(OCCUPANCY)
                .set(OCCUPANCY.ID, id.value())
                .set(OCCUPANCY.ROOM_ID, room.value())
                .set(OCCUPANCY.FIRM_ID, firm.value())
                .set(OCCUPANCY.STATE, move == null ? SEATED : RESERVED)
                .set(OCCUPANCY.SINCE, since)
                .set(OCCUPANCY.MOVE_ID, move == null ? null : move.value())
                .execute();
    }

    /// What a move had becomes an occupancy on the day of the hand-over.
    public void seat(MoveId move, LocalDate since) {
        database.update(OCCUPANCY)
                .set(OCCUPANCY.STATE, SEATED)
                .set(OCCUPANCY.SINCE, since)
                .where(OCCUPANCY.MOVE_ID.eq(move.value()), OCCUPANCY.STATE.eq(RESERVED))
                .execute();
    }

    /// What a move had is free again.
    public void release(MoveId move) {
        database.deleteFrom(OCCUPANCY)
                .where(OCCUPANCY.MOVE_ID.eq(move.value()), OCCUPANCY.STATE.eq(RESERVED))
                .execute();
    }

    /// Says when the firm means to leave; null takes it back.
    public void leave(Collection<RoomId> rooms, OrgId firm, @Nullable LocalDate day) {
        database.update(OCCUPANCY)
                .set(OCCUPANCY.LEAVES_ON, day)
                .where(isHeld(rooms, firm))
                .execute();
    }

    /// The firm sits there no more.
    public void end(Collection<RoomId> rooms, OrgId firm, LocalDate until) {
        database.update(OCCUPANCY)
                .set(OCCUPANCY.UNTIL, until)
                .setNull(OCCUPANCY.LEAVES_ON)
                .where(isHeld(rooms, firm))
                .execute();
    }

    private static Condition isHeld(Collection<RoomId> rooms, OrgId firm) {
        return DSL.and(
                OCCUPANCY.ROOM_ID.in(values(rooms)),
                OCCUPANCY.FIRM_ID.eq(firm.value()),
                OCCUPANCY.STATE.eq(SEATED),
                OCCUPANCY.UNTIL.isNull());
    }

    public Optional<OccupancyView> lock(OccupancyId id) {
        return database.selectFrom(OCCUPANCY)
                .where(OCCUPANCY.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(OccupancyStore::view);
    }

    /// Of a room, latest first; of others nothing.
    public List<OccupancyView> history(Scope scope, RoomId room) {
        return list(DSL.and(OCCUPANCY.ROOM_ID.eq(room.value()), Scope.condition(scope, OCCUPANCY.FIRM_ID)));
    }

    /// Of a firm, latest first.
    public List<OccupancyView> ofFirm(Scope scope, OrgId firm) {
        return list(DSL.and(OCCUPANCY.FIRM_ID.eq(firm.value()), Scope.condition(scope, OCCUPANCY.FIRM_ID)));
    }

    /// What a move has or had.
    public List<OccupancyView> ofMove(MoveId move) {
        return list(OCCUPANCY.MOVE_ID.eq(move.value()));
    }

    private List<OccupancyView> list(Condition which) {
        return database.selectFrom(OCCUPANCY)
                .where(which)
                .orderBy(OCCUPANCY.SINCE.desc(), OCCUPANCY.ID.desc())
                .fetch(OccupancyStore::view);
    }

    private static OccupancyView view(OccupancyRecord row) {
        return new OccupancyView(
                new OccupancyId(row.getId()),
                new RoomId(row.getRoomId()),
                new OrgId(row.getFirmId()),
                row.getState().equals(RESERVED),
                row.getSince(),
                row.getLeavesOn(),
                row.getUntil(),
                row.getMoveId() == null ? null : new MoveId(row.getMoveId()));
    }
}
