// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.identity.Audit;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.store.OccupancyStore;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of who sits where (入驻记录): noted for firms that were there before, else written by a move that is
/// done.
/// Nothing is forgotten. A room has one firm at a time: its row is locked before anything is read, and the database's
/// exclusion constraint holds whoever writes.
@Component
public class Occupancies {

    static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private final OccupancyStore store;
    private final Buildings buildings;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Occupancies(
            OccupancyStore store,
            Buildings buildings,
            Organisations organisations,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.buildings = buildings;
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public OccupancyId seat(Actor actor, SeatFirm command) {
        requireKeeper(actor, command.room());
        return requests.once(actor, command.key(), command, OccupancyId.class, () -> {
            if (!isFirm(command.firm())) {
                throw new RefusedException(PremisesRefusal.OCCUPANCY_FIRM_UNKNOWN);
            }
            requireDay(command.since(), FIRST_DAY);
            var id = take(command.room(), command.firm(), command.since(), null);
            audit.record(
                    actor,
                    "premises.firm-seated",
                    command.room().value(),
                    Map.of(
                            "firm",
                            command.firm().value(),
                            "since",
                            command.since().toString()));
            return id;
        });
    }

    @Transactional
    public OccupancyId end(Actor actor, EndOccupancy command) {
        actor.require(Permission.MANAGE_PREMISES);
        return requests.once(actor, command.key(), command, OccupancyId.class, () -> {
            var occupancy =
                    store.lock(command.occupancy()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            requireKeeper(actor, occupancy.room());
            if (occupancy.isOver() || occupancy.isReserved() || occupancy.leavesOn() != null) {
                throw new RefusedException(PremisesRefusal.OCCUPANCY_IN_MOVE);
            }
            requireDay(command.until(), occupancy.since());
            store.end(List.of(occupancy.room()), occupancy.firm(), command.until());
            audit.record(
                    actor,
                    "premises.firm-left",
                    occupancy.room().value(),
                    Map.of(
                            "firm",
                            occupancy.firm().value(),
                            "until",
                            command.until().toString()));
            return command.occupancy();
        });
    }

    /// Takes rooms for a move from a day on. Joins the caller's transaction.
    void reserve(Collection<RoomId> rooms, OrgId firm, LocalDate from, MoveId move) {
        store.lock(rooms);
        rooms.stream().sorted(Comparator.comparing(RoomId::value)).forEach(room -> take(room, firm, from, move));
    }

    private OccupancyId take(RoomId room, OrgId firm, LocalDate since, @Nullable MoveId move) {
        store.lock(List.of(room));
        if (store.isTaken(room, since)) {
            throw new RefusedException(Refusal.of(PremisesRefusal.ROOM_TAKEN, "since", since.toString()));
        }
        var id = new OccupancyId(ids.next(OccupancyId.PREFIX));
        store.insert(id, room, firm, since, move);
        return id;
    }

    private void requireDay(LocalDate day, LocalDate first) {
        if (day.isBefore(first) || day.isAfter(clock.today())) {
            throw new RefusedException(Refusal.of(PremisesRefusal.OCCUPANCY_DAY, "first", first.toString()));
        }
    }

    boolean isFirm(OrgId id) {
        return organisations
                .find(id)
                .filter(found -> found.kind() == OrgKind.FIRM)
                .isPresent();
    }

    private void requireKeeper(Actor actor, RoomId id) {
        actor.require(Permission.MANAGE_PREMISES);
        boolean isKeeper = buildings
                .findRoom(actor, id)
                .flatMap(room -> buildings.find(actor, room.building()))
                .filter(building -> Buildings.isKeeper(actor, building))
                .isPresent();
        if (!isKeeper) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    /// Who sat in a room and left, latest first; a firm is shown itself only.
    @Transactional(readOnly = true)
    public List<OccupancyView> history(Actor actor, RoomId room) {
        return store.history(actor.scope(Permission.READ_PREMISES), room);
    }

    /// Rooms of a firm, now and before, latest first.
    @Transactional(readOnly = true)
    public List<OccupancyView> ofFirm(Actor actor, OrgId firm) {
        return store.ofFirm(actor.scope(Permission.READ_PREMISES), firm);
    }
}
