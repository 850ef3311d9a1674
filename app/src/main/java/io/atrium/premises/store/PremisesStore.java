// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.store;

import static io.atrium.jooq.Tables.BUILDING;
import static io.atrium.jooq.Tables.BUILDING_FLOOR;
import static io.atrium.jooq.Tables.BUILDING_OFFICE;
import static io.atrium.jooq.Tables.OCCUPANCY;
import static io.atrium.jooq.Tables.ROOM;

import io.atrium.jooq.tables.records.BuildingRecord;
import io.atrium.kernel.OrgId;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Office;
import io.atrium.premises.RoomId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Buildings, floors, rooms, and who does what in a building. None of it belongs to a firm; who sits where is kept by
/// [OccupancyStore].
@Component
public class PremisesStore {

    private final DSLContext database;

    PremisesStore(DSLContext database) {
        this.database = database;
    }

    /// False if the operator has a building of that name.
    public boolean insert(BuildingId id, OrgId operator, String name, String address, Instant now) {
        return database.insertInto(BUILDING)
                        .set(BUILDING.ID, id.value())
                        .set(BUILDING.OPERATOR_ID, operator.value())
                        .set(BUILDING.NAME, name)
                        .set(BUILDING.ADDRESS, address)
                        .set(BUILDING.ADDED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// False if it is there.
    public boolean insertFloor(BuildingId building, int number) {
        return database.insertInto(BUILDING_FLOOR)
                        .set(BUILDING_FLOOR.BUILDING_ID, building.value())
                        .set(BUILDING_FLOOR.NUMBER, number)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// A room to be.
    public record NewRoom(RoomId id, BuildingId building, int floor, String number, BigDecimal area, int seats) {}

    /// False if the building has a room of that number.
    public boolean insert(NewRoom room) {
        return database.insertInto(ROOM)
                        .set(ROOM.ID, room.id().value())
                        .set(ROOM.BUILDING_ID, room.building().value())
                        .set(ROOM.FLOOR, room.floor())
                        .set(ROOM.NUMBER, room.number())
                        .set(ROOM.AREA, room.area())
                        .set(ROOM.SEATS, room.seats())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public void change(RoomId room, BigDecimal area, int seats) {
        database.update(ROOM)
                .set(ROOM.AREA, area)
                .set(ROOM.SEATS, seats)
                .where(ROOM.ID.eq(room.value()))
                .execute();
    }

    /// The building, locked until the transaction ends, if this organisation runs it.
    public boolean lock(BuildingId building, OrgId operator) {
        return database.select(BUILDING.ID)
                .from(BUILDING)
                .where(BUILDING.ID.eq(building.value()), BUILDING.OPERATOR_ID.eq(operator.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    public Map<String, BuildingId> buildings(OrgId operator) {
        return database.select(BUILDING.NAME, BUILDING.ID)
                .from(BUILDING)
                .where(BUILDING.OPERATOR_ID.eq(operator.value()))
                .fetchMap(row -> row.value1(), row -> new BuildingId(row.value2()));
    }

    public Map<BuildingId, String> names(Collection<BuildingId> buildings) {
        return database.select(BUILDING.ID, BUILDING.NAME)
                .from(BUILDING)
                .where(BUILDING.ID.in(buildings.stream().map(BuildingId::value).toList()))
                .fetchMap(row -> new BuildingId(row.value1()), row -> row.value2());
    }

    public Set<String> roomNumbers(BuildingId building) {
        return database.select(ROOM.NUMBER)
                .from(ROOM)
                .where(ROOM.BUILDING_ID.eq(building.value()))
                .fetchSet(ROOM.NUMBER);
    }

    public int countRooms(BuildingId building) {
        return database.fetchCount(ROOM, ROOM.BUILDING_ID.eq(building.value()));
    }

    public boolean hasFloor(BuildingId building, int number) {
        return database.fetchExists(
                BUILDING_FLOOR, BUILDING_FLOOR.BUILDING_ID.eq(building.value()), BUILDING_FLOOR.NUMBER.eq(number));
    }

    /// From the top down.
    public List<Integer> floors(BuildingId building) {
        return database.select(BUILDING_FLOOR.NUMBER)
                .from(BUILDING_FLOOR)
                .where(BUILDING_FLOOR.BUILDING_ID.eq(building.value()))
                .orderBy(BUILDING_FLOOR.NUMBER.desc())
                .fetch(BUILDING_FLOOR.NUMBER);
    }

    /// By name.
    public List<BuildingView> list(LocalDate today) {
        return views(DSL.noCondition(), today);
    }

    public Optional<BuildingView> find(BuildingId building, LocalDate today) {
        return views(BUILDING.ID.eq(building.value()), today).stream().findFirst();
    }

    /// One query for buildings and sums.
    private List<BuildingView> views(Condition which, LocalDate today) {
        var free = DSL.field(DSL.notExists(DSL.selectOne()
                .from(OCCUPANCY)
                .where(OCCUPANCY.ROOM_ID.eq(ROOM.ID), OccupancyStore.isNowOrAhead(today))));
        var rooms = DSL.count(ROOM.ID);
        var freeRooms = DSL.count(ROOM.ID).filterWhere(DSL.condition(free));
        var area = DSL.coalesce(DSL.sum(ROOM.AREA), BigDecimal.ZERO);
        var freeArea = DSL.coalesce(DSL.sum(ROOM.AREA).filterWhere(DSL.condition(free)), BigDecimal.ZERO);
        var freeSeats = DSL.coalesce(DSL.sum(ROOM.SEATS).filterWhere(DSL.condition(free)), BigDecimal.ZERO);
        return database.select(BUILDING, rooms, freeRooms, area, freeArea, freeSeats)
                .from(BUILDING)
                .leftJoin(ROOM)
                .on(ROOM.BUILDING_ID.eq(BUILDING.ID))
                .where(which)
                .groupBy(BUILDING.ID)
                .orderBy(BUILDING.NAME, BUILDING.ID)
                .fetch(row -> {
                    BuildingRecord building = row.value1();
                    return new BuildingView(
                            new BuildingId(building.getId()),
                            new OrgId(building.getOperatorId()),
                            building.getName(),
                            building.getAddress(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6().intValueExact());
                });
    }

    /// Those that are named; whoever runs the building does the rest.
    public Map<Office, OrgId> units(BuildingId building) {
        return database.select(BUILDING_OFFICE.OFFICE, BUILDING_OFFICE.UNIT_ID)
                .from(BUILDING_OFFICE)
                .where(BUILDING_OFFICE.BUILDING_ID.eq(building.value()))
                .fetchMap(row -> Office.valueOf(row.value1()), row -> new OrgId(row.value2()));
    }

    public void name(BuildingId building, Office office, OrgId unit) {
        database.insertInto(BUILDING_OFFICE)
                .set(BUILDING_OFFICE.BUILDING_ID, building.value())
                .set(BUILDING_OFFICE.OFFICE, office.name())
                .set(BUILDING_OFFICE.UNIT_ID, unit.value())
                .onConflict(BUILDING_OFFICE.BUILDING_ID, BUILDING_OFFICE.OFFICE)
                .doUpdate()
                .set(BUILDING_OFFICE.UNIT_ID, unit.value())
                .execute();
    }
}
