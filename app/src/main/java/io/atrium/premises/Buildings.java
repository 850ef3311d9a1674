// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.store.OccupancyStore;
import io.atrium.premises.store.PremisesStore;
import io.atrium.premises.store.PremisesStore.NewRoom;
import io.atrium.web.Requests;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of buildings, floors and rooms (楼宇、楼层、房间). Whoever runs a building keeps it; a firm is shown the
/// rooms
/// that it has and those that are free, others who may read are shown all.
@Component
public class Buildings {

    private static final List<OrgKind> UNITS = List.of(OrgKind.COMMUNITY, OrgKind.DEPARTMENT, OrgKind.PROVIDER);

    private final PremisesStore store;
    private final OccupancyStore occupancies;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Buildings(
            PremisesStore store,
            OccupancyStore occupancies,
            Organisations organisations,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.occupancies = occupancies;
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public BuildingId add(Actor actor, AddBuilding command) {
        actor.require(Permission.MANAGE_PREMISES);
        return requests.once(actor, command.key(), command, BuildingId.class, () -> {
            var name = text(command.name(), AddBuilding.NAME_LENGTH_MAX, PremisesRefusal.BUILDING_NAME_LENGTH);
            var address =
                    text(command.address(), AddBuilding.ADDRESS_LENGTH_MAX, PremisesRefusal.BUILDING_ADDRESS_LENGTH);
            if (store.buildings(actor.organisation()).size() >= AddBuilding.BUILDINGS_MAX) {
                throw new RefusedException(
                        Refusal.of(PremisesRefusal.BUILDING_TOO_MANY, "limit", AddBuilding.BUILDINGS_MAX));
            }
            var id = new BuildingId(ids.next(BuildingId.PREFIX));
            if (!store.insert(id, actor.organisation(), name, address, clock.instant())) {
                throw new RefusedException(Refusal.of(PremisesRefusal.BUILDING_NAME_TAKEN, "name", name));
            }
            audit.record(actor, "premises.building-added", id.value(), Map.of("name", name));
            return id;
        });
    }

    @Transactional
    public Integer addFloor(Actor actor, AddFloor command) {
        requireOperator(actor, command.building());
        return requests.once(actor, command.key(), command, Integer.class, () -> {
            if (!AddFloor.isFloor(command.number())) {
                throw new RefusedException(new Refusal(
                        PremisesRefusal.FLOOR_NUMBER, Map.of("lowest", AddFloor.LOWEST, "highest", AddFloor.HIGHEST)));
            }
            if (!store.insertFloor(command.building(), command.number())) {
                throw new RefusedException(
                        Refusal.of(PremisesRefusal.FLOOR_TAKEN, "floor", String.valueOf(command.number())));
            }
            audit.record(actor, "premises.floor-added", command.building().value(), Map.of("floor", command.number()));
            return command.number();
        });
    }

    @Transactional
    public RoomId addRoom(Actor actor, AddRoom command) {
        requireOperator(actor, command.building());
        return requests.once(actor, command.key(), command, RoomId.class, () -> {
            if (!store.hasFloor(command.building(), command.floor())) {
                throw new RefusedException(
                        Refusal.of(PremisesRefusal.FLOOR_UNKNOWN, "floor", String.valueOf(command.floor())));
            }
            var number = text(command.number(), AddRoom.NUMBER_LENGTH_MAX, PremisesRefusal.ROOM_NUMBER_LENGTH);
            requireSize(command.area(), command.seats());
            if (store.countRooms(command.building()) >= AddRoom.ROOMS_MAX) {
                throw new RefusedException(Refusal.of(PremisesRefusal.ROOM_TOO_MANY, "limit", AddRoom.ROOMS_MAX));
            }
            var id = new RoomId(ids.next(RoomId.PREFIX));
            var room = new NewRoom(id, command.building(), command.floor(), number, command.area(), command.seats());
            if (!store.insert(room)) {
                throw new RefusedException(Refusal.of(PremisesRefusal.ROOM_NUMBER_TAKEN, "room", number));
            }
            audit.record(actor, "premises.room-added", id.value(), Map.of("room", number));
            return id;
        });
    }

    /// What was wrong is put right; who sits there is not touched.
    @Transactional
    public RoomId changeRoom(Actor actor, ChangeRoom command) {
        actor.require(Permission.MANAGE_PREMISES);
        var room = findRoom(actor, command.room()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        requireOperator(actor, room.building());
        return requests.once(actor, command.key(), command, RoomId.class, () -> {
            requireSize(command.area(), command.seats());
            store.change(command.room(), command.area(), command.seats());
            audit.record(
                    actor,
                    "premises.room-changed",
                    command.room().value(),
                    Map.of(
                            "area_before",
                            room.area().toPlainString(),
                            "area",
                            command.area().toPlainString(),
                            "seats_before",
                            room.seats(),
                            "seats",
                            command.seats()));
            return command.room();
        });
    }

    @Transactional
    public OrgId nameUnit(Actor actor, NameUnit command) {
        requireOperator(actor, command.building());
        return requests.once(actor, command.key(), command, OrgId.class, () -> {
            if (possibleUnits().stream().map(OrganisationView::id).noneMatch(command.unit()::equals)) {
                throw new RefusedException(PremisesRefusal.OFFICE_UNIT_UNKNOWN);
            }
            store.name(command.building(), command.office(), command.unit());
            audit.record(
                    actor,
                    "premises.unit-named",
                    command.building().value(),
                    Map.of(
                            "office",
                            command.office().name(),
                            "unit",
                            command.unit().value()));
            return command.unit();
        });
    }

    /// A building of another operator is there for readers, but not to be changed.
    private void requireOperator(Actor actor, BuildingId building) {
        actor.require(Permission.MANAGE_PREMISES);
        if (!store.lock(building, actor.organisation())) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    private static void requireSize(BigDecimal area, int seats) {
        if (!AddRoom.isArea(area)) {
            throw new RefusedException(
                    Refusal.of(PremisesRefusal.ROOM_AREA, "limit", AddRoom.AREA_MAX.toPlainString()));
        }
        if (!AddRoom.isSeats(seats)) {
            throw new RefusedException(Refusal.of(PremisesRefusal.ROOM_SEATS, "limit", AddRoom.SEATS_MAX));
        }
    }

    static String text(String typed, int limit, PremisesRefusal refusal) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > limit) {
            throw new RefusedException(Refusal.of(refusal, "limit", limit));
        }
        return text;
    }

    /// Whether the actor is shown who sits where, not only their own rooms and free ones.
    public static boolean mayReadAll(Actor actor) {
        return actor.scope(Permission.READ_PREMISES) instanceof Scope.All;
    }

    /// Whether the actor keeps this building.
    public static boolean isKeeper(Actor actor, BuildingView building) {
        return actor.may(Permission.MANAGE_PREMISES) && building.operator().equals(actor.organisation());
    }

    /// By name.
    @Transactional(readOnly = true)
    public List<BuildingView> list(Actor actor) {
        return actor.may(Permission.READ_PREMISES) ? store.list(clock.today()) : List.of();
    }

    @Transactional(readOnly = true)
    public Optional<BuildingView> find(Actor actor, BuildingId building) {
        return actor.may(Permission.READ_PREMISES) ? store.find(building, clock.today()) : Optional.empty();
    }

    /// Names of buildings of moves that the caller was allowed to find.
    @Transactional(readOnly = true)
    public Map<BuildingId, String> names(Collection<MoveView> moves) {
        return store.names(moves.stream().map(MoveView::building).distinct().toList());
    }

    /// From the top down.
    @Transactional(readOnly = true)
    public List<Integer> floors(BuildingId building) {
        return store.floors(building);
    }

    /// By floor from the top down, then by number.
    @Transactional(readOnly = true)
    public List<RoomView> rooms(Actor actor, BuildingId building) {
        return occupancies.rooms(actor.scope(Permission.READ_PREMISES), building, clock.today());
    }

    @Transactional(readOnly = true)
    public Optional<RoomView> findRoom(Actor actor, RoomId room) {
        return occupancies.find(actor.scope(Permission.READ_PREMISES), room, clock.today());
    }

    /// Those of them that the actor may see, by floor and number.
    @Transactional(readOnly = true)
    public List<RoomView> findRooms(Actor actor, Collection<RoomId> rooms) {
        return occupancies.find(actor.scope(Permission.READ_PREMISES), rooms, clock.today());
    }

    /// Who does what for the firms of a building.
    @Transactional(readOnly = true)
    public Map<Office, OrgId> units(BuildingView building) {
        var units = new EnumMap<Office, OrgId>(Office.class);
        Stream.of(Office.values()).forEach(office -> units.put(office, building.operator()));
        units.putAll(store.units(building.id()));
        return units;
    }

    /// Organisations that may do something for the firms of a building.
    @Transactional(readOnly = true)
    public List<OrganisationView> possibleUnits() {
        return UNITS.stream().flatMap(kind -> organisations.list(kind).stream()).toList();
    }
}
