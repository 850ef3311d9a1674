// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.identity.Audit;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.domain.RoomColumn;
import io.atrium.premises.domain.RoomFile;
import io.atrium.premises.domain.RoomFile.Fault;
import io.atrium.premises.domain.RoomFile.Problem;
import io.atrium.premises.domain.RoomFile.Row;
import io.atrium.premises.store.OccupancyStore;
import io.atrium.premises.store.PremisesStore;
import io.atrium.premises.store.PremisesStore.NewRoom;
import io.atrium.web.Requests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in buildings, floors and rooms from a file (导入房间): buildings that are not there yet are added, every bad row
/// is
/// reported, and a file with one bad row changes nothing.
@Component
public class RoomImports {

    private final PremisesStore store;
    private final OccupancyStore occupancies;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    RoomImports(
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
    public ImportRoomsReport takeIn(Actor actor, ImportRooms command) {
        actor.require(Permission.MANAGE_PREMISES);
        return requests.once(
                actor, command.key(), command, ImportRoomsReport.class, () -> takeInNow(actor, command.file()));
    }

    private ImportRoomsReport takeInNow(Actor actor, byte[] bytes) {
        var file = RoomFile.read(bytes);
        var problems = new ArrayList<>(file.problems());
        var known = known(actor.organisation());
        var firms = firms(file.rows());
        new Check(known, firms, problems).check(file.rows());
        if (!problems.isEmpty()) {
            return new ImportRoomsReport(file.rows().size(), 0, 0, 0, problems);
        }
        int buildings = addBuildings(actor, file.rows(), known);
        for (var row : file.rows()) {
            add(row, known, firms);
        }
        int seated =
                (int) file.rows().stream().filter(row -> row.firm() != null).count();
        audit.record(
                actor,
                "premises.rooms-imported",
                actor.organisation().value(),
                Map.of("rooms", file.rows().size(), "buildings", buildings, "seated", seated));
        return new ImportRoomsReport(file.rows().size(), buildings, file.rows().size(), seated, problems);
    }

    /// Buildings by name, each locked, with the numbers of its rooms.
    private record Known(Map<String, BuildingId> buildings, Map<String, Set<String>> rooms) {}

    private Known known(OrgId operator) {
        var buildings = new HashMap<>(store.buildings(operator));
        var rooms = new HashMap<String, Set<String>>();
        buildings.values().stream()
                .sorted(Comparator.comparing(BuildingId::value))
                .forEach(building -> store.lock(building, operator));
        buildings.forEach((name, building) -> rooms.put(name, new HashSet<>(store.roomNumbers(building))));
        return new Known(buildings, rooms);
    }

    private Map<String, OrgId> firms(List<Row> rows) {
        return organisations.firmsByCode(
                rows.stream().map(Row::firm).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /// Holds the rows against what is there.
    private final class Check {

        private final Known known;
        private final Map<String, OrgId> firms;
        private final List<Problem> problems;
        private final Map<String, Integer> rooms = new HashMap<>();
        private final Set<String> addressed = new HashSet<>();

        Check(Known known, Map<String, OrgId> firms, List<Problem> problems) {
            this.known = known;
            this.firms = firms;
            this.problems = problems;
            known.rooms().forEach((name, numbers) -> rooms.put(name, numbers.size()));
        }

        void check(List<Row> rows) {
            rows.forEach(this::check);
        }

        private void check(Row row) {
            boolean isNew = !known.buildings().containsKey(row.building());
            if (isNew && row.address().isEmpty() && !addressed.contains(row.building())) {
                tell(row, RoomColumn.ADDRESS, Fault.ADDRESS_MISSING, row.address());
            }
            addressed.add(row.building());
            if (rooms.merge(row.building(), 1, Integer::sum) == AddRoom.ROOMS_MAX + 1) {
                tell(row, RoomColumn.NUMBER, Fault.ROOMS_TOO_MANY, row.number());
            }
            if (rooms.size() == AddBuilding.BUILDINGS_MAX + 1 && isNew) {
                tell(row, RoomColumn.BUILDING, Fault.BUILDINGS_TOO_MANY, row.building());
            }
            if (known.rooms().getOrDefault(row.building(), Set.of()).contains(row.number())) {
                tell(row, RoomColumn.NUMBER, Fault.ROOM_THERE, row.number());
            }
            checkFirm(row);
        }

        private void checkFirm(Row row) {
            var code = row.firm();
            if (code != null && !firms.containsKey(code)) {
                tell(row, RoomColumn.FIRM, Fault.FIRM_UNKNOWN, code);
            }
            var since = row.since();
            if (since != null && (since.isAfter(clock.today()) || since.isBefore(Occupancies.FIRST_DAY))) {
                tell(row, RoomColumn.SINCE, Fault.DAY_AHEAD, since.toString());
            }
        }

        private void tell(Row row, RoomColumn column, Fault fault, String value) {
            problems.add(Problem.of(row.line(), column, fault, value));
        }
    }

    private int addBuildings(Actor actor, List<Row> rows, Known known) {
        int added = 0;
        for (var row : rows) {
            if (!known.buildings().containsKey(row.building())) {
                var id = new BuildingId(ids.next(BuildingId.PREFIX));
                if (!store.insert(id, actor.organisation(), row.building(), row.address(), clock.instant())) {
                    throw new RefusedException(CommonRefusal.CHANGED_MEANWHILE);
                }
                known.buildings().put(row.building(), id);
                added++;
            }
        }
        return added;
    }

    private void add(Row row, Known known, Map<String, OrgId> firms) {
        var building = Objects.requireNonNull(known.buildings().get(row.building()));
        store.insertFloor(building, row.floor());
        var room = new RoomId(ids.next(RoomId.PREFIX));
        store.insert(new NewRoom(room, building, row.floor(), row.number(), row.area(), row.seats()));
        var code = row.firm();
        var since = row.since();
        if (code != null && since != null) {
            var firm = Objects.requireNonNull(firms.get(code));
            occupancies.insert(new OccupancyId(ids.next(OccupancyId.PREFIX)), room, firm, since, null);
        }
    }
}
