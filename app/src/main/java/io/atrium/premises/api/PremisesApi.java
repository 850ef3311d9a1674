// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.Occupancies;
import io.atrium.premises.OccupancyView;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomState;
import io.atrium.premises.RoomView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Buildings and rooms for programs.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "premises")
class PremisesApi {

    private final Buildings buildings;
    private final Occupancies occupancies;

    PremisesApi(Buildings buildings, Occupancies occupancies) {
        this.buildings = buildings;
        this.occupancies = occupancies;
    }

    /// @param rooms null for a firm, which is told what is free only; so is the area
    record Building(
            String id,
            String operator,
            String name,
            String address,
            @Nullable Integer rooms,
            @Nullable BigDecimal area,
            int freeRooms,
            BigDecimal freeArea,
            int freeSeats) {

        static Building of(Actor actor, BuildingView building) {
            boolean readsAll = Buildings.mayReadAll(actor);
            return new Building(
                    building.id().value(),
                    building.operator().value(),
                    building.name(),
                    building.address(),
                    readsAll ? building.rooms() : null,
                    readsAll ? building.area() : null,
                    building.freeRooms(),
                    building.freeArea(),
                    building.freeSeats());
        }
    }

    /// @param until from this day on the room is free
    record Stay(
            String firm,
            boolean reserved,
            LocalDate since,
            @Nullable LocalDate leavesOn,
            @Nullable LocalDate until) {

        static Stay of(OccupancyView stay) {
            return new Stay(stay.firm().value(), stay.isReserved(), stay.since(), stay.leavesOn(), stay.until());
        }
    }

    /// @param area in m²
    /// @param now who has it; null while it is free, or where the reader may not know
    record Room(
            String id,
            String building,
            int floor,
            String number,
            BigDecimal area,
            int seats,
            RoomState state,
            @Nullable Stay now) {

        static Room of(RoomView room) {
            var now = room.now();
            return new Room(
                    room.id().value(),
                    room.building().value(),
                    room.floor(),
                    room.number(),
                    room.area(),
                    room.seats(),
                    room.state(),
                    now == null ? null : Stay.of(now));
        }
    }

    record AllBuildings(List<Building> items) {}

    record WholeBuilding(Building building, List<Integer> floors, List<Room> rooms) {}

    record WholeRoom(Room room, List<Stay> history) {}

    @Operation(summary = "Buildings by name, with what is free in them")
    @GetMapping("/buildings")
    AllBuildings list(Actor actor) {
        actor.require(Permission.READ_PREMISES);
        return new AllBuildings(buildings.list(actor).stream()
                .map(building -> Building.of(actor, building))
                .toList());
    }

    @Operation(summary = "One building with its floors and rooms; a firm is shown its own rooms and free ones")
    @GetMapping("/buildings/{id}")
    WholeBuilding find(Actor actor, @PathVariable BuildingId id) {
        actor.require(Permission.READ_PREMISES);
        var building = buildings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new WholeBuilding(
                Building.of(actor, building),
                buildings.floors(id),
                buildings.rooms(actor, id).stream().map(Room::of).toList());
    }

    @Operation(summary = "One room with who sat there and left, latest first; a firm is shown itself only")
    @GetMapping("/rooms/{id}")
    WholeRoom findRoom(Actor actor, @PathVariable RoomId id) {
        actor.require(Permission.READ_PREMISES);
        var room = buildings.findRoom(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new WholeRoom(
                Room.of(room),
                occupancies.history(actor, id).stream().map(Stay::of).toList());
    }
}
